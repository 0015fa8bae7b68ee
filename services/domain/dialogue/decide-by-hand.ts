import { type Settings } from '../work-instruction/instruction.ts';
import { onlyByHand, mayPlaceByHand, replyAccountOf } from './by-hand.ts';
import { chosen, chosenIn } from './channel.ts';
import { hitch, publishedAs } from './decide-publishing.ts';
import { happen, refuse } from './decision.ts';
import { type Dialogue, samePerson, type Stage } from './dialogue.ts';
import { type Facts } from './facts.ts';
import { type LookedUp } from './looked-up.ts';
import { type Decision, type DialogueEvent, type PersonCommand } from './messages.ts';
import { type Hitch, type Publication } from './publication.ts';
import { mayApprove } from './department-yes/whose-yes.ts';

type Drafted = Extract<Stage, { name: 'drafted' }>;
type ReportPlaced = Extract<PersonCommand, { type: 'reportPlaced' }>;
type Found = Extract<LookedUp, { outcome: 'found' }>;

/** A text is frozen. Where the network takes nothing from a program, it is at once up to a person to place it. */
export function frozen(dialogue: Dialogue, publication: Publication, settings: Settings): readonly DialogueEvent[] {
  const event = { type: 'frozen', publication } as const;
  if (!onlyByHand(dialogue, settings)) return [event];
  return [event, { type: 'notPlaced', hitch: hitch('by-hand', publication, publication.frozenAt) }];
}

/**
 * Somebody placed the frozen text on the network by hand and gives its link. Being frozen it had its yes, and only a
 * text that came back untouched still has a hitch. What the network shows is proof; when it cannot be asked, it is kept
 * as somebody's word.
 */
export function decideReportPlaced(dialogue: Dialogue, stage: Drafted, command: ReportPlaced, facts: Facts): Decision {
  const came = stage.hitch;
  if (came === null || !mayPlaceByHand(came)) return refuse({ code: 'not-now', stage: stage.name });
  if (!samePerson(stage.by, command.by) && !mayApprove(dialogue, command.by, facts.settings))
    return refuse({ code: 'not-yours', who: stage.by.name });
  if (command.hash !== came.hash) return refuse({ code: 'text-changed' });
  const { looked } = command;
  switch (looked.outcome) {
    case 'unreadable':
      return refuse({ code: 'link-unreadable' });
    case 'absent':
      return refuse({ code: 'link-absent' });
    case 'found':
      return decideFound(dialogue, came, looked, command, facts);
    case 'unavailable':
      if (isKnown(dialogue, looked.id)) return refuse({ code: 'link-other-post' });
      return happen(...byHand(dialogue, came, { ...looked, at: facts.at }, command, facts));
  }
}

function decideFound(dialogue: Dialogue, came: Hitch, found: Found, command: ReportPlaced, facts: Facts): Decision {
  if (found.inReplyTo !== came.inReplyTo || isKnown(dialogue, found.id)) return refuse({ code: 'link-other-post' });
  if (found.account.toLowerCase() === dialogue.account?.toLowerCase())
    return happen(...byHand(dialogue, came, found, command, facts));
  return happen({
    type: 'misplaced',
    by: personOf(command),
    post: found.id,
    hitch: { ...came, why: 'misplaced', at: facts.at, reason: null, detail: found.account },
  });
}

/** A post of the citizen, or a reply of ours that is in the dialogue already. */
function isKnown({ posts }: Dialogue, id: string): boolean {
  return posts.some((post) => post.id === id);
}

function byHand(
  dialogue: Dialogue,
  came: Hitch,
  { outcome, id, link, at }: Pick<Found, 'id' | 'link' | 'at'> & { readonly outcome: 'found' | 'unavailable' },
  command: ReportPlaced,
  facts: Facts,
): readonly DialogueEvent[] {
  const { stage, work } = dialogue;
  const account = replyAccountOf(dialogue);
  const holds = dialogue.concept?.holds;
  if (stage.name !== 'drafted' || account === null) throw new Error(`dialogue ${dialogue.id} has no text on the table`);
  const receipt = {
    id,
    link,
    at,
    account,
    by: { name: stage.by.name, email: stage.by.email },
    approvedBy: came.approvedBy ?? stage.submittedBy,
    byHand: { by: personOf(command), checked: outcome === 'found' },
    generation: work.generation,
    removal: null,
    ...chosen(chosenIn(came)),
    ...(holds === undefined ? {} : { holds }),
  };
  return publishedAs(dialogue, receipt, { ...came, since: came.at }, facts);
}

function personOf({ by: { name, email } }: ReportPlaced): { name: string; email: string } {
  return { name, email };
}
