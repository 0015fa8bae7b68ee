import { type Dialogue } from '../services/domain/dialogue/dialogue.ts';
import { MANUAL } from '../services/domain/post.ts';
import { type Key, type Words } from './words.ts';

/** Where the dialogue is held, in a word: the network, or where somebody brought it in from. */
export function networkName({ network, via }: Pick<Dialogue, 'network' | 'via'>, words: Words): string {
  return network === MANUAL && via !== undefined ? words.label('via', via) : words.label('network', network);
}

/** Sentences that speak of a program on a network have another form for what is answered by hand from anywhere. */
export function byHandKey({ network }: Pick<Dialogue, 'network'>, key: ManualStem): Key {
  return network === MANUAL ? `${key}.manual` : key;
}

/** Keys that have such a form. */
type StemOf<K> = K extends `${infer Stem}.manual` ? (Stem extends Key ? Stem : never) : never;
type ManualStem = StemOf<Key>;
