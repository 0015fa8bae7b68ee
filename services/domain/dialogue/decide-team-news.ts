import { approversFor } from './attending.ts';
import { happen, NOTHING } from './decision.ts';
import { type Dialogue, samePerson } from './dialogue.ts';
import { type Facts } from './facts.ts';
import { inHandOf } from './in-hand.ts';
import { type Decision } from './messages.ts';
import { mayApprove } from './department-yes/whose-yes.ts';
import { type TeamNewsCommand } from './team-news.ts';

/** Placing stands still, or somebody is away. What does not concern this dialogue changes nothing. */
export function decideTeamNews(dialogue: Dialogue, command: TeamNewsCommand, facts: Facts): Decision {
  const { stage } = dialogue;
  if (command.type === 'holdBack') {
    const waits = stage.name === 'approved' && stage.publication.attempt === null;
    const known = waits && stage.publication.held?.since === command.pause.since;
    return waits && !known ? happen({ type: 'heldBack', pause: command.pause }) : NOTHING;
  }
  // Nobody waits for an own post: it stays with who writes it.
  if (dialogue.own) return NOTHING;
  const { who, wasOnDuty } = command;
  const by = inHandOf(dialogue);
  if (by !== null && samePerson(by, who)) return happen({ type: 'freed', by });
  return wasOnDuty && askedOf(dialogue, who, facts) && approversFor(dialogue, facts).length > 0
    ? happen({ type: 'approverLeft', who })
    : NOTHING;
}

/** A text that is written waits for a yes, whoever wrote it: it is asked of who is there. */
function askedOf(dialogue: Dialogue, who: { readonly email: string }, { settings }: Facts): boolean {
  const { stage } = dialogue;
  if (stage.name !== 'drafted' || stage.hitch !== null) return false;
  const member = settings.team.find(({ email }) => email === who.email);
  return member !== undefined && mayApprove(dialogue, member, settings);
}
