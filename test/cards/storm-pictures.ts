import { busyMessage } from '../../cards/busy/busy-message.ts';
import { EVERYWHERE, manyForm, manyFormUsed } from '../../cards/busy/many-form.ts';
import { type Words } from '../../cards/words.ts';
import { asHolder } from '../../services/domain/dialogue/decide-holding.ts';
import { type Hitch } from '../../services/domain/dialogue/publication.ts';
import { type Counts } from '../../services/domain/busy/lists.ts';
import { type StormLine, type StormMessage, type StormMessageOf } from '../../services/domain/busy/storm-message.ts';
import { HOUR, MINUTE } from '../../services/domain/instant.ts';
import { member, TUESDAY_TEN as AT } from '../support/dialogue-facts.ts';
import { type Picture } from './gallery-page.ts';

const OF = { storm: 'storm-of-tuesday', practice: false, over: false } as const;
const NONE: Counts = { waiting: 0, placing: 0, alone: 0, answered: 0, setAside: 0 };
const [ANNA, BRAM, ELS] = [member('Anna'), member('Bram'), member('Els')];
const HOSTILE = '[Klik hier](https://evil.example) **nu** \u202Eomgekeerd';

const lineOf = (n: number, text: string | null, thread: string | null = null): StormLine => ({
  dialogue: `d${n}`,
  citizen: { id: `c${n}`, handle: `inwoner_${n}`, name: 'Jan' },
  network: 'x',
  postedAt: AT + n * MINUTE,
  text,
  due: n % 3 === 0 ? null : AT + 4 * HOUR + n * MINUTE,
  late: false,
  holder: null,
  thread,
});
const CABLE = lineOf(1, 'Vonkende kabel bij de school in Jisp!', '19:webcare@thread.tacv2;messageid=1764');
const LINES = [
  lineOf(2, 'Wanneer komt mijn kliko? Hij staat er al twee dagen.'),
  lineOf(3, HOSTILE),
  lineOf(4, null),
  lineOf(5, 'Heel lang verhaal over de straat en de wind. '.repeat(9)),
];

const STATE: StormMessageOf<'storm'>['state'] = {
  id: OF.storm,
  practice: false,
  begunAt: AT,
  seen: { count: 16, topic: 'afval' },
  lapsedAt: null,
  on: null,
  off: null,
  calmSince: null,
  called: false,
};
const ON = { by: BRAM, at: AT + 5 * MINUTE };
const OFF = { by: ELS, at: AT + 90 * MINUTE };
const COUNTS = { waiting: 61, placing: 3, alone: 2, answered: 34, setAside: 1 };
const TOPICS = [
  { topic: 'afval', counts: { ...NONE, waiting: 40, answered: 34 } },
  { topic: null, counts: { ...NONE, waiting: 21, placing: 3, alone: 2, setAside: 1 } },
];
const storm = (state: Partial<typeof STATE>, more: Partial<StormMessageOf<'storm'>> = {}): StormMessage => ({
  ...{ ...OF, what: 'storm', state: { ...STATE, ...state }, counts: COUNTS, topics: TOPICS, urgent: [] },
  ...more,
});

const MANY: StormMessageOf<'many'>['many'] = {
  id: 'many-of-bram',
  topic: 'afval',
  municipality: null,
  template: 'Beste {naam}, we halen het grofvuil morgen op.',
  fingerprint: 'print',
  by: asHolder(BRAM),
  at: AT + 20 * MINUTE,
  approved: null,
  sentBack: null,
  stopped: null,
};
const APPROVED = { by: ELS, at: AT + 25 * MINUTE };
const hitch = (why: Hitch['why'], detail: string | null): Hitch => ({
  ...{ why, at: AT, reason: null, detail, inReplyTo: 'p1', approvedBy: ELS, hash: 'h' },
});
const many = (
  more: Partial<StormMessageOf<'many'>['many']>,
  progress: Partial<StormMessageOf<'many'>['progress']> = {},
): StormMessage => ({
  ...OF,
  what: 'many',
  many: { ...MANY, ...more },
  count: 61,
  who: Array.from({ length: 30 }, (_, n) => `inwoner_${n}`),
  examples: ['Beste Bartholomeus, we halen het grofvuil morgen op. ^BK', 'Hallo, we halen het grofvuil morgen op. ^BK'],
  progress: { placed: 0, underway: 0, failed: [], passed: 61, ...progress },
});
const FAILED = [
  { citizen: { id: 'c1', handle: 'jantje75', name: '' }, hitch: hitch('refused', 'Reply is not allowed.') },
  { citizen: { id: 'c2', handle: 'oma_jisp', name: '' }, hitch: hitch('overtaken', null) },
];
const CALL = {
  by: BRAM,
  at: AT + 10 * MINUTE,
  to: [ANNA, member('Carla')],
  answers: [{ by: ANNA, at: AT + 12 * MINUTE, helps: true }],
};

/** Each message about a storm, as it stands in the channel at some moment. */
export const STORM_MESSAGES: Readonly<Record<string, StormMessage>> = {
  proposed: storm({}),
  'proposed without a topic, practice': storm({ seen: { count: 15, topic: null } }, { practice: true }),
  lapsed: storm({ lapsedAt: AT + 30 * MINUTE }),
  on: storm({ on: ON }, { urgent: [CABLE] }),
  'calm again': storm({ on: ON, calmSince: AT + 80 * MINUTE, called: true }),
  off: storm({ on: ON, off: OFF, called: true }, { over: true }),
  list: {
    ...OF,
    what: 'list',
    topic: 'afval',
    counts: COUNTS,
    towns: [
      { name: 'Wormerland', counts: { ...NONE, waiting: 40, answered: 34 } },
      { name: null, counts: { ...NONE, waiting: 21, placing: 3 } },
    ],
    next: LINES,
  },
  'list that is done': {
    ...OF,
    what: 'list',
    topic: null,
    counts: { ...NONE, answered: 12 },
    towns: [{ name: null, counts: NONE }],
    next: [],
  },
  call: { ...OF, what: 'call', call: CALL },
  'call afterwards': { ...OF, over: true, what: 'call', call: CALL },
  unheard: {
    ...{ ...OF, over: true, what: 'unheard', count: 23, owed: 19, late: 2, to: [BRAM, ELS] },
    first: [{ ...CABLE, late: true }, ...LINES],
    beside: {
      count: 12,
      first: [{ ...LINES[0]!, late: true, holder: 'Anna de Vries', thread: CABLE.thread }, LINES[3]!],
    },
  },
  'nobody unheard': {
    ...{ ...OF, over: true, what: 'unheard', count: 0, owed: 0, late: 0, to: [] },
    first: [],
    beside: { count: 0, first: [] },
  },
  'many submitted': many({}),
  'many sent back': many({ sentBack: { by: ELS, at: AT, remark: `Zeg ook wanneer. ${HOSTILE}` } }),
  'many placing': many({ approved: APPROVED }, { placed: 34, underway: 20, failed: FAILED, passed: 5 }),
  'many stopped': many({ approved: APPROVED, stopped: { by: ANNA, at: AT } }, { placed: 34, passed: 27 }),
  'many asked': { ...OF, what: 'many-asked', many: MANY.id, count: 61, by: BRAM, to: [ELS, ANNA] },
};

export function stormPictures(words: Words): readonly Picture[] {
  const link = (thread: string | null): string | null =>
    thread === null ? null : `https://teams.microsoft.com/l/message/${encodeURIComponent(thread)}`;
  const form = {
    storm: OF.storm,
    practice: false,
    form: 'form-of-bram',
    topic: 'afval',
    handles: Array.from({ length: 61 }, (_, n) => `inwoner_${n}`),
    towns: [
      { id: 'wormerland', name: 'Wormerland', count: 40 },
      { id: 'oostzaan', name: 'Oostzaan', count: 21 },
    ],
    template: words.say('many.form.start', { name: '{naam}' }),
    municipality: EVERYWHERE,
  };
  return [
    ...Object.entries(STORM_MESSAGES).map(([title, message]) => {
      const { text, card } = busyMessage(message, words, link);
      return { title: `storm: ${title}`, ...(text === '' ? {} : { text }), card };
    }),
    { title: 'storm: form for many', card: manyForm(form, words) },
    { title: 'storm: form that was used', card: manyFormUsed('afval', words) },
  ];
}
