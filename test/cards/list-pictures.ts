import { type AdaptiveCard } from '../../cards/adaptive-card.ts';
import { instructionCard } from '../../cards/instruction-card.ts';
import { openCard } from '../../cards/open-card.ts';
import { type LinkTo } from '../../cards/overview-lines.ts';
import { searchCard } from '../../cards/search-card.ts';
import { whoCard } from '../../cards/who-card.ts';
import { type Words } from '../../cards/words.ts';
import { type Entry } from '../../services/domain/overview/entry.ts';
import { openFor } from '../../services/domain/overview/open-for.ts';
import { partAbout } from '../../services/domain/work-instruction/part-about.ts';
import { knownTopics, whoKnows } from '../../services/domain/work-instruction/who-knows.ts';
import { local, member, type Name, settings } from '../support/dialogue-facts.ts';
import { type Scene, viewOfScene } from '../support/scenes.ts';

/** Of every sort one. */
const SHOWN: readonly Scene[] = [
  'urgent',
  'waiting',
  'drafted',
  'masked',
  'takenOver',
  'refused',
  'answered',
  'closed',
];

/** The cards that answer what was typed: lists, with nothing to click but links. */
export function listPictures(words: Words): readonly { readonly title: string; readonly card: AdaptiveCard }[] {
  const who = (asked: string): AdaptiveCard =>
    whoCard(asked, whoKnows(settings, asked, null).departments, knownTopics(settings), settings.municipalities, words);
  const instruction = (asked: string): AdaptiveCard => instructionCard(partAbout(settings, asked), settings, words);
  const linkTo: LinkTo = (thread) => (thread === null ? null : `https://teams.microsoft.com/l/message/${thread}`);
  const entries = SHOWN.map((scene, index) => ({
    view: viewOfScene(scene),
    thread: index === 1 ? null : `t/${index}`,
  }));
  const open = (who: Name, from: readonly Entry[]): AdaptiveCard =>
    openCard(openFor(member(who), from), local('11-24 11:34'), linkTo, words);
  return [
    { title: 'open: Els', card: open('Els', entries) },
    {
      title: 'open: many',
      card: open(
        'Anna',
        Array.from({ length: 14 }, () => entries[0]!),
      ),
    },
    { title: 'open: nothing', card: open('Bram', []) },
    { title: 'search: found', card: searchCard('grofvuil *jisp*', entries, linkTo, words) },
    { title: 'search: nothing', card: searchCard('quantumfysica', [], linkTo, words) },
    { title: 'who: afval', card: who('grofvuil') },
    { title: 'who: nobody', card: who('*quantumfysica*') },
    { title: 'who: nothing asked', card: who('') },
    { title: 'instruction', card: instruction('') },
    { title: 'instruction: kind', card: instruction('klacht') },
    { title: 'instruction: topic', card: instruction('afval') },
    { title: 'instruction: unknown', card: instruction('quantumfysica') },
  ];
}
