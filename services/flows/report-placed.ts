import { decide } from '../domain/dialogue/decide.ts';
import { type Dialogue, textToPlace } from '../domain/dialogue/dialogue.ts';
import { type LookedUp, NOT_LOOKED_UP } from '../domain/dialogue/looked-up.ts';
import { type PersonCommand } from '../domain/dialogue/messages.ts';
import { httpsLink } from '../domain/link.ts';
import { MANUAL } from '../domain/post.ts';
import { type Acted, actOnDialogue } from './act-on-dialogue.ts';
import { factsNow, type World } from './world.ts';

type ReportPlaced = Extract<PersonCommand, { type: 'reportPlaced' }>;

/**
 * Somebody placed the reply on the network by hand: the network is asked for it, and what it shows becomes the receipt.
 * It is asked only when the report would be taken, for each question costs money.
 */
export async function reportPlaced(
  world: World,
  id: string,
  command: ReportPlaced,
  { operation }: { readonly operation: string },
): Promise<Acted> {
  const dialogue = (await world.store.load(id))?.dialogue ?? null;
  if (dialogue === null || !wouldBeTaken(world, dialogue, command))
    return actOnDialogue(world, id, command, { operation });
  const looked =
    dialogue.network === MANUAL ? asSaid(world, dialogue, command.link) : await lookUp(world, dialogue, command.link);
  return actOnDialogue(world, id, { ...command, looked }, { operation, texts: textsOf(dialogue, looked) });
}

function wouldBeTaken(world: World, dialogue: Dialogue, command: ReportPlaced): boolean {
  const anything = { ...command, looked: { outcome: 'unavailable', id: '', link: null } } as const;
  return decide(dialogue, anything, factsNow(world)).refusal === null;
}

async function lookUp({ networks, texts }: World, dialogue: Dialogue, link: string): Promise<LookedUp> {
  const { id, network, account, publications, stage } = dialogue;
  // A private message has no link: it is the word of who looked.
  if (stage.name === 'drafted' && stage.hitch?.channel === 'private')
    return { outcome: 'unavailable', id: `gemeld-${texts.fingerprint(`${id} ${publications}`)}`, link: null };
  if (link.trim() === '') return NOT_LOOKED_UP;
  const connected = networks.get(network);
  if (connected !== undefined) return connected.lookUpPost(account ?? '', link);
  return { outcome: 'unavailable', id: `gemeld-${texts.fingerprint(link)}`, link: null };
}

/** Nobody can be asked: the link is kept when there is one, and the id is ours. */
function asSaid({ texts }: World, { id, publications }: Dialogue, typed: string): LookedUp {
  const link = httpsLink(typed);
  if (link === null && typed.trim() !== '') return NOT_LOOKED_UP;
  return { outcome: 'unavailable', id: `gemeld-${texts.fingerprint(JSON.stringify([id, publications]))}`, link };
}

/** The words as they stand there; unseen ones are taken to be those that were said yes to. */
function textsOf(dialogue: Dialogue, looked: LookedUp): ReadonlyMap<string, string> {
  switch (looked.outcome) {
    case 'found':
      return looked.account.toLowerCase() === dialogue.account?.toLowerCase()
        ? new Map([[looked.id, looked.text]])
        : new Map();
    case 'unavailable':
      return new Map([[looked.id, textToPlace(dialogue)]]);
    case 'absent':
    case 'unreadable':
      return new Map();
  }
}
