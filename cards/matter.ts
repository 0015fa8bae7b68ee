import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { networkName } from './network-name.ts';
import { statusInWords } from './status.ts';
import { type Words } from './words.ts';

/** What it is about, in words of ours only: "melding · afval". A kind that cannot wait has a mark and not only a colour. */
export function matter({ dialogue }: DialogueView, words: Words): string {
  const kind = words.label('kind', dialogue.kind);
  const shown = dialogue.kind === 'calamiteit' ? words.say('urgent', { kind }) : kind;
  return dialogue.topic === null ? shown : `${shown} · ${dialogue.topic}`;
}

/** The same with the town, where it is known. */
export function matterInTown(view: DialogueView, words: Words): string {
  return [matter(view, words), view.municipality].filter((part) => part !== null).join(' · ');
}

/** For clients that cannot draw the card. It may be read as markdown, so nothing that a citizen wrote stands in it. */
export function fallbackText(view: DialogueView, words: Words): string {
  const { dialogue, municipality } = view;
  const where = [networkName(dialogue, words), municipality, matter(view, words)];
  return words.say('fallback', {
    matter: where.filter((part) => part !== null).join(' · '),
    status: statusInWords(view, words),
  });
}
