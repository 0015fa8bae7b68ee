import { addOpenDays } from '../open-time.ts';
import { dueFrom } from './decide-holding.ts';
import { hitch, writtenSince } from './decide-publishing.ts';
import { happen, NOTHING } from './decision.ts';
import { type Dialogue, holderOf } from './dialogue.ts';
import { type Facts } from './facts.ts';
import { type Decision, type DialogueEvent } from './messages.ts';
import { type WorldCommand } from './world-command.ts';

type FoundOwn = Extract<WorldCommand, { type: 'foundOwn' }>;

/**
 * A post of our own account in this dialogue that we did not place: somebody answered on the network itself. It is an
 * answer like any other, only not ours to prove. While a call of ours is under way it is left for later, since it may be
 * that very reply.
 */
export function decideOutside(dialogue: Dialogue, command: FoundOwn, facts: Facts): Decision {
  const { stage } = dialogue;
  if (dialogue.posts.some(({ id }) => id === command.id) || isUnderWay(dialogue)) return NOTHING;
  const by = { name: `@${command.account}`, email: '' };
  const receipt = {
    id: command.id,
    link: command.link,
    at: command.at,
    account: command.account,
    by,
    approvedBy: by,
    byHand: { by, checked: true },
    // It has no message of its own in the thread.
    generation: 0,
    removal: null,
  };
  const unread = writtenSince(dialogue, { ...command, since: command.at });
  const closesAt = addOpenDays((a, b) => facts.openHours(a, b), command.at, facts.settings.instruction.closeAfterDays);
  const ended = { by: holderOf(stage) ?? { ...by, initials: null }, closesAt };
  const found: DialogueEvent = {
    type: 'answeredOutside',
    receipt,
    due: dialogue.due === null || unread === undefined ? null : dueFrom(dialogue, unread.at, facts),
    ended: stage.name === 'waiting' && unread === undefined ? ended : null,
  };
  if (stage.name !== 'approved') return happen(found);
  return happen(found, { type: 'notPlaced', hitch: hitch('outside', stage.publication, facts.at) });
}

/** A call to the network runs, or its outcome is not known yet. */
export function isUnderWay({ stage }: Dialogue): boolean {
  return stage.name === 'approved' && stage.publication.attempt !== null;
}
