import { namesDanger } from '../../busy/danger.ts';
import { MANUAL, type Post } from '../../post.ts';
import { ruleFor, type Settings } from '../../work-instruction/instruction.ts';
import { type Interpretation } from '../../work-instruction/interpret.ts';
import { type Dialogue } from '../dialogue.ts';
import { type Facts } from '../facts.ts';
import { type DialogueEvent } from '../messages.ts';
import { type Alone, type InStorm } from './in-storm.ts';

export function isListed({ storm }: Pick<Dialogue, 'storm'>): boolean {
  return storm?.listed === true;
}

/** What somebody can be given next from a list: it waits, or a text of ours came back and nobody has looked at it. */
export function isTakable(dialogue: Dialogue): boolean {
  const { stage } = dialogue;
  return isListed(dialogue) && (stage.name === 'waiting' || (stage.name === 'drafted' && stage.hitch !== null));
}

/** What is never bundled: words of danger, what cannot wait by its kind, what is private, what a colleague brought in. */
export function whyAlone(
  post: Pick<Post, 'text' | 'private' | 'network'>,
  { kind }: Pick<Interpretation, 'kind'>,
  { instruction }: Pick<Settings, 'instruction'>,
): Alone | null {
  if (namesDanger(post.text, instruction.busy.never)) return 'danger';
  if (post.private === true) return 'private';
  if (kind === 'calamiteit' || kind === 'pers' || ruleFor(instruction, kind).outsideHours) return 'kind';
  return post.network === MANUAL ? 'by-hand' : null;
}

/** Where a new dialogue goes; undefined: there is no storm. */
export function placeInStorm(
  post: Post,
  mode: Dialogue['mode'],
  read: Interpretation,
  { settings, storms = [] }: Pick<Facts, 'settings' | 'storms'>,
): InStorm | undefined {
  const storm = storms.find(({ practice }) => practice === (mode === 'practice'));
  return storm === undefined ? undefined : { id: storm.id, listed: whyAlone(post, read, settings) === null };
}

/** More words in a dialogue on a list, after what else they do: words that may not wait there bring it a card of its own. */
export function leavesList(
  dialogue: Dialogue,
  post: Pick<Post, 'text' | 'private' | 'network'>,
  read: Pick<Interpretation, 'kind'>,
  { settings }: Pick<Facts, 'settings'>,
): readonly DialogueEvent[] {
  const because = isListed(dialogue) ? whyAlone(post, read, settings) : null;
  return because === null ? [] : [{ type: 'singled', because }];
}
