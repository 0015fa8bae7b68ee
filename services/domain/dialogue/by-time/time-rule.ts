import { type Instant } from '../../instant.ts';
import { type Dialogue } from '../dialogue.ts';
import { type Facts } from '../facts.ts';
import { type DialogueEvent } from '../messages.ts';

/**
 * Something that happens to a dialogue without anybody clicking. Add one: a file beside this, and a line in `TIME_RULES`.
 * What was told or done must show in the dialogue by the event itself, so that `next` says null or a later moment after
 * it: it is then done once, over restarts and instances.
 */
export interface TimeRule {
  /**
   * The next moment of this rule; null: none, as the dialogue stands. A moment at or before `facts.at` means *now*, and
   * then `then` must give something: a rule that does nothing at its own moment would hold the others up. So a rule that
   * keeps to opening hours gives `whenOpen(facts, moment)`, also for a moment that passed while the bot was down.
   */
  next(dialogue: Dialogue, facts: Facts): Instant | null;
  /**
   * What happens at that moment. null instead of a function: a flow does it, for it takes the network or Teams
   * (`services/flows/settle-dialogue.ts`).
   */
  readonly then: ((dialogue: Dialogue, facts: Facts) => readonly DialogueEvent[]) | null;
}
