// Not the package's front door: that loads language models' tokenizers, 17 MB that nobody here uses.
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import { type TurnState } from '@microsoft/teams-ai/lib/TurnState.js';
import { ActivityTypes, type CloudAdapter, type TurnContext } from 'botbuilder';
import { Fault } from '../services/ports/fault.ts';
import { type Log } from '../services/ports/log.ts';
import { type Metrics } from '../services/ports/metrics.ts';
import { type Trace } from '../services/ports/trace.ts';
import { type Words } from '../cards/words.ts';
import { answerFault } from './answer.ts';
import { type Allowed, operationOf, whyNot } from './turn.ts';

const INVOKE: string = ActivityTypes.Invoke;
const MESSAGE: string = ActivityTypes.Message;

export interface Routes {
  click(context: TurnContext, verb: string, data: unknown): Promise<void>;
  text(context: TurnContext): Promise<void>;
  /** A yes or no to a file that was offered. */
  file(context: TurnContext): Promise<void>;
  installation(context: TurnContext): Promise<void>;
}

export interface App {
  run(context: TurnContext): Promise<void>;
}

export interface AppParts {
  readonly adapter: CloudAdapter;
  readonly botId: string;
  readonly allowed: Allowed;
  readonly routes: Routes;
  readonly words: Words;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly trace: Trace;
}

/**
 * The one file that knows teams-ai: routing, and nothing else of it. It runs without `storage`, for its turn state loses
 * concurrent writes, and its typing timer is taken out, for one turn's timer is stopped by another's.
 */
export function createApp({ adapter, botId, allowed, routes, words, log, metrics, trace }: AppParts): App {
  const app = new Application({ adapter: adapter as never, botAppId: botId });
  app.startTypingTimer = () => undefined;

  app.adaptiveCards.actionExecute(/^/, async (context: TurnContext, _state: TurnState, data: unknown) => {
    await routes.click(context, verbOf(context), data);
    return '';
  });
  app.fileConsentAccept((context) => routes.file(context));
  app.fileConsentDecline((context) => routes.file(context));
  app.activity([ActivityTypes.InstallationUpdate, ActivityTypes.ConversationUpdate], (context) =>
    routes.installation(context),
  );
  app.activity(ActivityTypes.Message, (context) => routes.text(context));

  adapter.onTurnError = async (context, error) => {
    log.error('a turn failed', { fault: error, activity: context.activity.type });
    const sentence = words.say(error instanceof Fault && error.source === 'tables' ? 'bot.cannotStore' : 'bot.fault');
    const type: string = context.activity.type;
    if (type === INVOKE) await answerFault(context, sentence);
    else if (type === MESSAGE) await context.sendActivity(sentence);
  };
  return {
    // Before teams-ai sees it: an activity without a sender makes its state throw.
    run: async (context) => {
      const { activity } = context;
      const reason = whyNot(activity, allowed);
      if (reason !== null) {
        metrics.count('activities.refused', { reason });
        log.warn('an activity was refused', { reason });
        return;
      }
      const began = performance.now();
      await trace.within('turn', { operation: operationOf(activity) }, () => app.run(context));
      if (activity.type === INVOKE) metrics.took('click.to.answer', performance.now() - began);
    },
  };
}

function verbOf({ activity }: TurnContext): string {
  const value = activity.value as { action?: { verb?: unknown } } | undefined;
  return typeof value?.action?.verb === 'string' ? value.action.verb : '';
}
