import { type TurnContext } from 'botbuilder';
import { type BesideVerb } from '../../cards/verbs.ts';
import { type HandlerParts } from './dialogue-actions.ts';
import { showEarlier } from './looks.ts';
import { handlePassOn } from './pass-on.ts';

const HANDLE = { earlier: showEarlier, passPraise: handlePassOn } as const satisfies Record<
  BesideVerb,
  (parts: HandlerParts, context: TurnContext, data: unknown) => Promise<void>
>;

/** A click that is about no stage of the dialogue. */
export function handleBeside(
  parts: HandlerParts,
  context: TurnContext,
  verb: BesideVerb,
  data: unknown,
): Promise<void> {
  return HANDLE[verb](parts, context, data);
}
