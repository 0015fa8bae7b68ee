import { type Member } from '../../people.ts';
import { happen, NOTHING, refuse } from '../decision.ts';
import { type Dialogue } from '../dialogue.ts';
import { type Decision } from '../messages.ts';
import { postToAnswer } from '../what-to-answer.ts';
import { hasRole } from '../../people.ts';
import { type TogetherCommand } from './messages.ts';

/** What is passed on; the name of the kind in the work instruction. */
const COMPLIMENT = 'compliment';

/**
 * Whether a compliment can go to who earned it: its words are there, were said in public, and did not go to somebody yet.
 * It goes once, for it cannot be taken back.
 */
export function canPassOn(dialogue: Dialogue): boolean {
  const post = postToAnswer(dialogue);
  return (
    isCompliment(dialogue) &&
    post !== undefined &&
    post.gone === undefined &&
    post.private !== true &&
    dialogue.praise === undefined
  );
}

function isCompliment({ kind, own }: Dialogue): boolean {
  return kind === COMPLIMENT && own !== true;
}

export function decidePassOn(
  dialogue: Dialogue,
  { who, department, people }: Extract<TogetherCommand, { type: 'passPraise' }>,
): Decision {
  if (!hasRole(who, 'webcare')) return refuse({ code: 'no-role', role: 'webcare' });
  const { praise } = dialogue;
  if (praise !== undefined) return refuse({ code: 'passed-on', who: praise.by.name, at: praise.at });
  if (!canPassOn(dialogue)) return refuse({ code: 'not-now', stage: dialogue.stage.name });
  if (people.length === 0) return refuse({ code: 'no-addressee' });
  return happen({ type: 'praisePassed', by: personOf(who), department, people });
}

/** How it reached them. */
export function decidePassOnAnswered(
  { praise }: Dialogue,
  { reach }: Extract<TogetherCommand, { type: 'praiseArrived' }>,
): Decision {
  return praise?.reach === null ? happen({ type: 'praiseTold', reach }) : NOTHING;
}

function personOf({ name, email }: Member): { readonly name: string; readonly email: string } {
  return { name, email };
}
