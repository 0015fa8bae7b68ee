import { type Refusal } from '../domain/dialogue/refusal.ts';
import { type NetworkName } from '../domain/post.ts';
import { type Member } from '../domain/people.ts';
import { actOnDialogue } from './act-on-dialogue.ts';
import { type World } from './world.ts';

/** One of our accounts, on a network that takes posts of ours. */
export interface OwnPlace {
  readonly network: NetworkName;
  readonly account: string;
}

/** Where an own post can go now: no account without keys. */
export function ownPlaces(world: World): readonly OwnPlace[] {
  return [...world.networks.values()]
    .filter(({ name }) => world.modeOf(name) !== 'listening')
    .flatMap((network) => network.accounts.map((account) => ({ network: network.name, account })));
}

/** What came of the form for an own post. */
export type Begun = 'begun' | 'used-before' | Refusal;

/** A dialogue that begins with us, named after the form: each form makes one. */
export async function beginOwnPost(
  world: World,
  form: string,
  { network, account }: OwnPlace,
  text: string,
  writer: Member,
): Promise<Begun> {
  const dialogue = world.texts.fingerprint(JSON.stringify(['own', form]));
  const command = { type: 'begin', dialogue, mode: world.modeOf(network), network, account, text, writer } as const;
  const { refusal, due } = await actOnDialogue(world, dialogue, command, { operation: `begin:${form}` });
  if (refusal !== null) return refusal;
  return due.length > 0 ? 'begun' : 'used-before';
}
