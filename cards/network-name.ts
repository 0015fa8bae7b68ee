import { type Dialogue } from '../services/domain/dialogue/dialogue.ts';
import { MANUAL } from '../services/domain/post.ts';
import { type Key, type Words } from './words.ts';

/** Where the dialogue is held, in a word: the network, or where somebody brought it in from. */
export function networkName({ network, via }: Pick<Dialogue, 'network' | 'via'>, words: Words): string {
  return network === MANUAL && via !== undefined ? words.label('via', via) : words.label('network', network);
}

/** Sentences about an answer have another form where we speak first. */
export function ownKey({ own }: { readonly own?: true | undefined }, key: OwnStem): Key {
  return own ? `${key}.own` : key;
}

/** Sentences that speak of a program on a network have another form for what is answered by hand from anywhere. */
export function byHandKey({ network }: Pick<Dialogue, 'network'>, key: ManualStem): Key {
  return network === MANUAL ? `${key}.manual` : key;
}

/** Keys that have such a form. */
type StemOf<K, Form extends string> = K extends `${infer Stem}.${Form}` ? (Stem extends Key ? Stem : never) : never;
type ManualStem = StemOf<Key, 'manual'>;
type OwnStem = StemOf<Key, 'own'>;
