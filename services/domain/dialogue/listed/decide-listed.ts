import { hasRole } from '../../people.ts';
import { saysYes } from '../../work-instruction/says-yes.ts';
import { clockOf } from '../by-time/clock.ts';
import { onlyByHand } from '../by-hand.ts';
import { channelsOf } from '../choose-channel.ts';
import { asHolder } from '../decide-holding.ts';
import { happen, NOTHING, refuse } from '../decision.ts';
import { type Dialogue, holderOf, samePerson } from '../dialogue.ts';
import { type Facts } from '../facts.ts';
import { type Decision } from '../messages.ts';
import { type Refusal } from '../refusal.ts';
import { checkText, freeze } from '../reply-text.ts';
import { type ListedCommand } from './messages.ts';
import { isListed, isTakable } from './place-in-storm.ts';

const OF_STORM: ReadonlySet<string> = new Set([
  'takeFromList',
  'placeMany',
  'stopMany',
  'stormPassed',
] satisfies ListedCommand['type'][]);

export function isOfStorm(command: { readonly type: string }): command is ListedCommand {
  return OF_STORM.has(command.type);
}

/** Taking the next from a list, and one text for many. Who comes second finds it taken, as with every claim. */
export function decideListed(dialogue: Dialogue, command: ListedCommand, facts: Facts): Decision {
  switch (command.type) {
    case 'takeFromList':
      return decideTake(dialogue, command, facts);
    case 'placeMany':
      return decidePlaceMany(dialogue, command, facts);
    case 'stormPassed':
      return clockOf(dialogue).lease === null ? NOTHING : happen({ type: 'claimResumed' });
    case 'stopMany': {
      const { stage } = dialogue;
      const waits = stage.name === 'approved' && stage.publication.attempt === null;
      return waits && stage.publication.many === command.many
        ? happen({ type: 'stopped', by: command.stopper })
        : NOTHING;
    }
  }
}

function decideTake(
  dialogue: Dialogue,
  { taker }: Extract<ListedCommand, { type: 'takeFromList' }>,
  { at }: Facts,
): Decision {
  if (!hasRole(taker, 'webcare')) return refuse({ code: 'no-role', role: 'webcare' });
  if (isTakable(dialogue)) return happen({ type: 'takenFromList', by: asHolder(taker) });
  const holder = holderOf(dialogue.stage);
  const since = 'since' in dialogue.stage ? dialogue.stage.since : at;
  return refuse(
    samePerson(holder, taker) ? { code: 'already-yours' } : { code: 'taken', who: holder?.name ?? '', at: since },
  );
}

/**
 * Nothing happens where somebody took the dialogue, the citizen wrote, or the text cannot be placed by program: the list
 * or its holder has it, and the progress card counts it as passed by.
 */
function decidePlaceMany(
  dialogue: Dialogue,
  { many, text, wroteAt, submitter, approver, placeAt }: Extract<ListedCommand, { type: 'placeMany' }>,
  facts: Facts,
): Decision {
  const { at } = facts;
  if (whyNotMany(dialogue, text, submitter, facts) !== null || dialogue.wroteAt !== wroteAt) return NOTHING;
  const [channel] = channelsOf(dialogue);
  const concept = { text, writer: { name: submitter.name, email: submitter.email }, at };
  const held = heldBy(dialogue, submitter, at);
  if (channel !== 'public') return NOTHING;
  const frozen = freeze(held, concept, concept.writer, approver, facts);
  const dueAt = Math.max(frozen.dueAt, placeAt);
  return happen({
    type: 'frozenForMany',
    by: submitter,
    concept,
    publication: { ...frozen, dueAt, placeAt: dueAt, many },
  });
}

/**
 * Why a text for many cannot go to this dialogue; null: it can. `elsewhere`: it is not waiting on a list. What a department
 * decides upon is not decided once for many.
 */
export function whyNotMany(
  dialogue: Dialogue,
  text: string,
  submitter: ReturnType<typeof asHolder>,
  facts: Facts,
): Refusal | { readonly code: 'elsewhere' | 'by-hand' | 'department' } | null {
  if (!isListed(dialogue) || dialogue.stage.name !== 'waiting') return { code: 'elsewhere' };
  if (onlyByHand(dialogue, facts.settings)) return { code: 'by-hand' };
  if (saysYes(facts.settings, dialogue).who === 'department') return { code: 'department' };
  return checkText(heldBy(dialogue, submitter, facts.at), { text }, facts);
}

/** As it would be with the text on the table: so it is signed, measured and frozen. */
function heldBy(dialogue: Dialogue, by: ReturnType<typeof asHolder>, since: number): Dialogue {
  return { ...dialogue, concept: null, stage: { name: 'claimed', by, since, remark: null } };
}
