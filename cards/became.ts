import { type CourseLine } from '../services/domain/dialogue/dialogue.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type Line, line, shortenedLines } from './lines.ts';
import { statusInWords } from './status.ts';
import { type Key, type Words } from './words.ts';

/** What brings a dialogue back to waiting, and what started a newer work card: the last of these in the course tells. */
const BACK: Readonly<Record<string, Key>> = {
  released: 'ended.released',
  freed: 'ended.freed',
  claimExpired: 'ended.claimExpired',
  reopened: 'ended.reopened',
};
const NEWER: Readonly<Record<string, Key>> = {
  tookOver: 'ended.tookOver',
  handedOver: 'ended.handedOver',
  sentBack: 'ended.sentBack',
  claimed: 'ended.claimed',
};
const KEPT = 1_500;

/** What became of a dialogue that nobody works in now; nothing while it goes on. A concept that was kept is shown. */
export function becameLines(view: DialogueView, words: Words): readonly Line[] {
  const { stage, concept, course } = view.dialogue;
  switch (stage.name) {
    case 'waiting': {
      const last = course.findLast(({ what }) => what in BACK || what === 'followedUp' || what === 'removed');
      const kept = concept === null || concept.text === '' ? [] : shortenedLines(concept.text, KEPT, words);
      if (last?.what === 'released' && kept.length > 0) return [line(told('ended.kept', last, view, words)), ...kept];
      const back = line(
        last && last.what in BACK ? told(BACK[last.what], last, view, words) : words.say('ended.waiting'),
      );
      return last?.what === 'claimExpired' || last?.what === 'freed' ? [back, ...kept] : [back];
    }
    case 'closed':
    case 'setAside':
      return [line(statusInWords(view, words))];
    case 'claimed':
    case 'drafted':
    case 'approved':
    case 'answered':
      return [];
  }
}

/** Why the work goes on in a newer card. */
export function newerLine(view: DialogueView, generation: number, words: Words): Line {
  const { course, work } = view.dialogue;
  const last = generation === work.generation - 1 ? course.findLast(({ what }) => what in NEWER) : undefined;
  return line(last === undefined ? words.say('ended.newer') : told(NEWER[last.what], last, view, words));
}

function told(key: Key = 'ended.newer', { who, at }: CourseLine, view: DialogueView, words: Words): string {
  return words.say(key, { name: who ?? '', moment: words.moment(at, view.at) });
}
