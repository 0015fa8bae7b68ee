import { type AdaptiveCard } from '../../cards/adaptive-card.ts';
import { instructionCard } from '../../cards/instruction-card.ts';
import { whoCard } from '../../cards/who-card.ts';
import { type Words } from '../../cards/words.ts';
import { partAbout } from '../../services/domain/work-instruction/part-about.ts';
import { knownTopics, whoKnows } from '../../services/domain/work-instruction/who-knows.ts';
import { settings } from '../support/dialogue-facts.ts';

/** The cards that answer what was typed: lists, with nothing to click but links. */
export function listPictures(words: Words): readonly { readonly title: string; readonly card: AdaptiveCard }[] {
  const who = (asked: string): AdaptiveCard =>
    whoCard(asked, whoKnows(settings, asked, null).departments, knownTopics(settings), settings.municipalities, words);
  const instruction = (asked: string): AdaptiveCard => instructionCard(partAbout(settings, asked), settings, words);
  return [
    { title: 'who: afval', card: who('grofvuil') },
    { title: 'who: nobody', card: who('*quantumfysica*') },
    { title: 'who: nothing asked', card: who('') },
    { title: 'instruction', card: instruction('') },
    { title: 'instruction: kind', card: instruction('klacht') },
    { title: 'instruction: topic', card: instruction('afval') },
    { title: 'instruction: unknown', card: instruction('quantumfysica') },
  ];
}
