import { type Dialogue } from '../domain/dialogue/dialogue.ts';
import { type Attempt, type Publication } from '../domain/dialogue/publication.ts';
import { type WorldCommand } from '../domain/dialogue/world-command.ts';
import { type PlacingPause } from '../domain/team/placing-pause.ts';
import { DAY, type Duration, SECOND } from '../domain/instant.ts';
import { type Placed, type PlaceOutcome, type Reply } from '../ports/network.ts';
import { type Acted, actOnDialogue } from './act-on-dialogue.ts';
import { recheckPost } from './recheck-post.ts';
import { Waits } from './waits.ts';
import { type World } from './world.ts';

/** How soon a lifted pause is seen by a reply that waits for it. */
const LOOK_AGAIN: Duration = 5 * SECOND;

/** What the network said in the end; a duplicate was looked up before. */
type Verdict = Exclude<PlaceOutcome, { outcome: 'duplicate' }>;

/**
 * Brings a frozen text one step further to the network: begin an attempt and place it, or look up what became of one.
 * Exactly once: the attempt is stored before the call, the one who stored it alone places, and after a lost answer
 * nothing is sent before the network was asked. null: there is nothing to do at this moment.
 */
export async function publishReply(world: World, dialogue: Dialogue): Promise<Acted | null> {
  if (dialogue.stage.name !== 'approved') return null;
  const { publication } = dialogue.stage;
  const now = world.clock.now();
  if (publication.attempt !== null) {
    return now < publication.attempt.lookAt ? null : lookUp(world, dialogue, publication, publication.attempt);
  }
  if (now < publication.placeAt) return null;
  const { pause } = await world.teamView.refresh();
  if (pause !== null) return holdBack(world, dialogue, publication, pause);
  // Before the record of an attempt: dying here leaves nothing to be looked up.
  return (await recheckPost(world, dialogue, publication.inReplyTo)) ?? attempt(world, dialogue);
}

/** Said once on the cards, then looked at again and again; the row that brought it here stays. */
async function holdBack(world: World, { id }: Dialogue, { held }: Publication, pause: PlacingPause): Promise<Acted> {
  if (held?.since === pause.since) throw new Waits(LOOK_AGAIN);
  return actOnDialogue(world, id, { type: 'holdBack', pause });
}

async function attempt(world: World, dialogue: Dialogue): Promise<Acted> {
  const network = world.networks.get(dialogue.network);
  const recovery = (network?.timeout ?? 0) + world.recovery;
  const begun = await actOnDialogue(world, dialogue.id, { type: 'attempt', recovery });
  const stage = begun.stored?.dialogue.stage;
  const ours = begun.due.length > 0 && stage?.name === 'approved' && stage.publication.attempt !== null;
  if (!ours) return begun;
  const { publication } = stage;
  if (network === undefined) return report(world, dialogue, publication, notConnected(dialogue));
  // Set while this was being prepared: it waits with the others. What is on its way to the network cannot be called back.
  if ((await world.teamView.refresh()).pause !== null)
    return report(world, dialogue, publication, { outcome: 'later', at: publication.placeAt, detail: '' });
  // A process that slept between the record and this line must not wake up and send what another looks up.
  if (world.clock.now() > (publication.attempt?.deadline ?? 0)) return begun;
  const outcome = await network.place(replyOf(dialogue, publication));
  if (outcome.outcome !== 'duplicate') return report(world, dialogue, publication, outcome);
  // The same own post of yesterday is another one; under the same post the same words are ours.
  const since = publication.inReplyTo === null ? publication.frozenAt : publication.frozenAt - DAY;
  const found = await network.findPlaced(replyOf(dialogue, publication), since);
  const verdict = found ? ({ outcome: 'placed', placed: found } as const) : DUPLICATE_BUT_ABSENT;
  return report(world, dialogue, publication, verdict);
}

const DUPLICATE_BUT_ABSENT: Verdict = { outcome: 'refused', reason: 'duplicate', detail: '' };

function notConnected({ network }: Dialogue): Verdict {
  return { outcome: 'refused', reason: 'other', detail: `no connection to "${network}" is set up` };
}

async function lookUp(
  world: World,
  dialogue: Dialogue,
  publication: Publication,
  { startedAt }: Attempt,
): Promise<Acted> {
  const network = world.networks.get(dialogue.network);
  const found = (await network?.findPlaced(replyOf(dialogue, publication), startedAt)) ?? null;
  if (found !== null) return report(world, dialogue, publication, { outcome: 'placed', placed: found });
  world.log.warn('a reply without receipt was looked up and not found', { dialogue: dialogue.id });
  world.metrics.count('receipts.missing', { network: dialogue.network });
  return actOnDialogue(world, dialogue.id, { type: 'notFound', number: publication.number });
}

function replyOf({ citizen }: Dialogue, { account, inReplyTo, text, channel }: Publication): Reply {
  const reply = { account, inReplyTo, text };
  return channel === 'private' ? { ...reply, privateTo: citizen.id } : reply;
}

async function report(
  world: World,
  { id, network }: Dialogue,
  publication: Publication,
  outcome: Verdict,
): Promise<Acted> {
  if (outcome.outcome === 'placed') world.metrics.count('receipts.got', { network });
  else world.log.warn('a reply was not placed', { dialogue: id, outcome: outcome.outcome });
  if (outcome.outcome === 'unknown') world.metrics.count('receipts.missing', { network });
  const texts = new Map(outcome.outcome === 'placed' ? [[outcome.placed.id, publication.text]] : []);
  return actOnDialogue(world, id, commandOf(publication.number, outcome), { texts });
}

function commandOf(number: number, outcome: Verdict): WorldCommand {
  switch (outcome.outcome) {
    case 'placed':
      return placed(number, outcome.placed);
    case 'refused':
      return { type: 'refused', number, reason: outcome.reason, detail: outcome.detail };
    case 'later':
      return { type: 'postpone', number, until: outcome.at, detail: outcome.detail };
    case 'unknown':
      return { type: 'unclear', number, detail: outcome.detail };
  }
}

function placed(number: number, { id, link, at }: Placed): WorldCommand {
  return { type: 'placed', number, id, link, at };
}
