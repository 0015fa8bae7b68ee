import { type Activity, ActivityTypes, CardFactory, type TurnContext } from 'botbuilder';
import { type AdaptiveCard } from '../cards/adaptive-card.ts';

/**
 * The answer to a click. teams-ai's own answers are passed by: once a card with `refresh` went through them, they write
 * one person's card over everybody's, and they know no error.
 */
async function answer(context: TurnContext, type: string, statusCode: number, value: unknown): Promise<void> {
  const body = { statusCode, type, value };
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}

/** Shows a card to who clicked, in place of the one that was clicked. */
export function answerCard(context: TurnContext, card: AdaptiveCard): Promise<void> {
  return answer(context, 'application/vnd.microsoft.card.adaptive', 200, card);
}

/** A sentence to who clicked. Never empty: an empty answer makes the client send the click again. */
export function answerSentence(context: TurnContext, sentence: string): Promise<void> {
  return answer(context, 'application/vnd.microsoft.activity.message', 200, sentence);
}

/** What went wrong and what to do; what was typed stays on the card. */
export function answerFault(context: TurnContext, sentence: string): Promise<void> {
  return answer(context, 'application/vnd.microsoft.error', 500, { code: 'InternalServerError', message: sentence });
}

/** A message that is a card. */
export function attachCard(card: AdaptiveCard): Partial<Activity> {
  return { type: ActivityTypes.Message, attachments: [CardFactory.adaptiveCard(card)] };
}
