import { interpret } from '../work-instruction/interpret.ts';
import { dueFor } from './decide-holding.ts';
import { happen, NOTHING } from './decision.ts';
import { type Dialogue, type DialoguePost } from './dialogue.ts';
import { type Facts } from './facts.ts';
import { type Decision, type DialogueEvent } from './messages.ts';
import { leavesList } from './listed/place-in-storm.ts';
import { isOnlyThanks } from './thanks.ts';
import { consequences } from './more-words.ts';
import { type WorldCommand } from './world-command.ts';

/** The network was asked for a post once more, and has it in a later edition. */
export function decideReread(
  dialogue: Dialogue,
  { post, text, edition }: Extract<WorldCommand, { type: 'reread' }>,
  facts: Facts,
): Decision {
  const known = dialogue.posts.find(({ id, from }) => id === post && from === 'citizen');
  return known === undefined ? NOTHING : happen(...edited(dialogue, known, text, edition, facts));
}

/** Other words in the same post are as good as new words. An older edition that comes late changes nothing. */
export function edited(
  dialogue: Dialogue,
  known: DialoguePost,
  text: string,
  edition: number,
  facts: Facts,
): readonly DialogueEvent[] {
  if (known.gone !== undefined || edition <= (known.edition ?? 0)) return [];
  const thanks = known !== dialogue.posts[0] && isOnlyThanks(text);
  const posts = dialogue.posts.map((post) => (post === known ? { ...post, thanks } : post));
  // What became thanks asks for nothing any more.
  const due = thanks && dialogue.due !== null ? dueFor({ ...dialogue, posts }, facts) : dialogue.due;
  const event = { type: 'edited', post: known.id, edition, thanks, due } as const;
  const account = dialogue.asked ? dialogue.account : null;
  const words = { text, account, postedAt: facts.at };
  const leaves = leavesList(dialogue, { text, network: dialogue.network }, interpret(words, facts.settings), facts);
  return thanks ? [event, ...leaves] : [event, ...consequences(dialogue, words, facts, 'edited'), ...leaves];
}
