import { type AdaptiveCard } from '../../cards/adaptive-card.ts';
import { dayCard } from '../../cards/day-card.ts';
import { instructionCard } from '../../cards/instruction-card.ts';
import { openCard } from '../../cards/open-card.ts';
import { type LinkTo } from '../../cards/overview-lines.ts';
import { searchCard } from '../../cards/search-card.ts';
import { shiftEndCard } from '../../cards/shift-end-card.ts';
import { whoCard } from '../../cards/who-card.ts';
import { type Words } from '../../cards/words.ts';
import { type Entry } from '../../services/domain/overview/entry.ts';
import { type Day, dayOf } from '../../services/domain/overview/day.ts';
import { type SourceHealth } from '../../services/domain/overview/source-health.ts';
import { openFor } from '../../services/domain/overview/open-for.ts';
import { partAbout } from '../../services/domain/work-instruction/part-about.ts';
import { knownTopics, whoKnows } from '../../services/domain/work-instruction/who-knows.ts';
import { local, member, type Name, officeHours, settings } from '../support/dialogue-facts.ts';
import { SCENE_NAMES, type Scene, viewOfScene } from '../support/scenes.ts';

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

const HEARD: SourceHealth = {
  network: 'x',
  source: 'mentions:GemOostzaan',
  kind: 'asked',
  readAt: local('11-24 11:34'),
  cameAt: local('11-24 11:20'),
  trouble: null,
  heldBack: false,
  own: [],
};
const POSTED = { id: '77', account: 'GemWormerland', link: 'https://x.com/i/status/77', at: local('11-24 09:02') };

function dayWith(scenes: readonly Scene[], sources: readonly SourceHealth[]): Day {
  const entries = scenes.map((scene, index) => ({ view: viewOfScene(scene), thread: `t/${index}` }));
  const day = dayOf(entries, {
    at: local('11-24 11:34'),
    openHours: officeHours,
    onDuty: [member('Bram'), member('Els')],
    sources,
  });
  if (day === null) throw new Error('closed');
  return day;
}

function busyDay(): Day {
  const { source } = HEARD;
  return dayWith(
    ['urgent', 'waiting', 'drafted', 'masked', 'refused', 'claimed', 'manual', 'spare'],
    [
      HEARD,
      {
        ...HEARD,
        source: 'mentions:GemWormerland',
        readAt: local('11-24 10:02'),
        trouble: 'X answered 401: set the *key* anew',
        culprit: 'network',
      },
      { ...HEARD, source: 'search:1', kind: 'unasked', heldBack: true },
      {
        ...HEARD,
        source: source.replace('mentions', 'own'),
        kind: 'own',
        cameAt: null,
        own: [{ ...POSTED, text: 'Morgen zijn we [gesloten](http://evil).' }],
      },
    ],
  );
}

/** Everything there is, and many of it. */
function fullDay(): Day {
  const own = Array.from({ length: 5 }, (_, n) => ({
    ...POSTED,
    id: `${n}`,
    text: 'Denk aan je trampoline, het gaat hard waaien vannacht. '.repeat(3),
  }));
  const sources = Array.from({ length: 8 }, (_, n) => ({
    ...HEARD,
    source: `mentions:GemWormerland${n}`,
    own,
    trouble: 'X gave no answer. '.repeat(12),
  }));
  return dayWith([...SCENE_NAMES, ...SCENE_NAMES], sources);
}

function quietDay(): Day {
  return {
    ...dayWith([], [HEARD, { ...HEARD, source: 'mentions:GemWormerland', readAt: local('11-24 09:10') }]),
    onDuty: [],
  };
}

function shiftEnding(entries: readonly Entry[]): Parameters<typeof shiftEndCard>[0] {
  return { kind: 'shift-end', to: member('Bram'), until: local('11-24 17:00'), entries, next: member('Anna') };
}

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
    { title: 'day: busy', card: dayCard(busyDay(), linkTo, words) },
    { title: 'day: full', card: dayCard(fullDay(), linkTo, words) },
    { title: 'day: nothing open', card: dayCard(quietDay(), linkTo, words) },
    ...[1, 30].map((times) => ({
      title: `shift end: ${times}`,
      card: shiftEndCard(shiftEnding(Array.from({ length: times }, () => entries[0]!)), words, linkTo),
    })),
    { title: 'shift end: nothing', card: shiftEndCard(shiftEnding([]), words, linkTo) },
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
