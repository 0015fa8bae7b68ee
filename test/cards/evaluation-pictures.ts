import { type AdaptiveCard } from '../../cards/adaptive-card.ts';
import { evaluationCard } from '../../cards/evaluation/evaluation-card.ts';
import { type LinkTo } from '../../cards/overview-lines.ts';
import { statisticsCard } from '../../cards/statistics/statistics-card.ts';
import { weeklyMessage } from '../../cards/statistics/weekly-message.ts';
import { type Words } from '../../cards/words.ts';
import { type Evaluation, type Talk } from '../../services/domain/evaluation/evaluation.ts';
import { type TalkReason } from '../../services/domain/evaluation/talk-rules.ts';
import { type Worth } from '../../services/domain/evaluation/worth.ts';
import { shareOf } from '../../services/domain/figures/share-of.ts';
import { HOUR } from '../../services/domain/instant.ts';
import { local, member, settings } from '../support/dialogue-facts.ts';
import { madeUpReport, TODAY } from '../support/made-up-report.ts';
import { type Scene, viewOfScene } from '../support/scenes.ts';
import { BUSY, figuresView } from './statistics-pictures.ts';

const WORTH: Worth = {
  rows: [
    { way: 'public', n: 134, price: 4.5 },
    { way: 'phoned', n: 12, price: 6 },
    { way: 'already-answered', n: 2, price: null },
  ],
  hours: 187 * HOUR,
  avoided: null,
};
const POLL = shareOf(48, 120);

const talk = (reason: TalkReason, scene: Scene, thread: string | null = 't/1'): Talk => ({
  reason,
  entry: { view: viewOfScene(scene), thread },
});

const FULL: Evaluation = {
  report: BUSY,
  place: null,
  month: '2026-10',
  usual: false,
  talks: [
    talk('double', 'answeredApproved'),
    talk('missed', 'masked'),
    talk('late', 'late', null),
    talk('followUps', 'privateAsked'),
    talk('praised', 'praised'),
  ],
  overdue: [
    { ...settings.answers[0]!, check: '2026-09-01' },
    { ...settings.answers[0]!, id: 'paspoort', owner: null, check: '2026-10-01' },
  ],
  seen: [
    {
      at: local('11-02 08:30'),
      changes: [
        { path: 'instruction.answer.within', from: '4h', to: '2h' },
        { path: 'answers.paspoort', from: null, to: 'topic: burgerzaken · text: Maak een *afspraak*.' },
        { path: 'team.Carla Visser', from: 'initials: CV · roles: webcare, trainee', to: null },
      ],
      more: 4,
    },
  ],
  agreed: {
    month: '2026-09',
    text: 'Bij een klacht bellen we eerst.\nLukt dat niet binnen een uur, dan een *tussenbericht*.',
    by: member('Els'),
    at: local('10-02 15:10'),
  },
  agreement: null,
  mayAgree: true,
  worth: WORTH,
};

const EMPTY: Evaluation = {
  ...FULL,
  report: madeUpReport({ period: 'maand', change: { mode: 'practice' } }),
  month: '2026-11',
  usual: true,
  talks: [],
  overdue: [],
  seen: [],
  agreed: null,
  mayAgree: false,
  worth: null,
};

/** A month to look back on, with and without anything to say; and what the figures say of worth and of each week. */
export function evaluationPictures(words: Words): readonly { readonly title: string; readonly card: AdaptiveCard }[] {
  const linkTo: LinkTo = (thread) => (thread === null ? null : `https://teams.microsoft.com/l/message/${thread}`);
  const agreement = {
    month: '2026-10',
    text: 'Binnen een uur een tussenbericht.',
    by: member('Dirk'),
    at: local('11-03 09:00'),
  };
  const who = { name: 'Dirk Mol', email: member('Dirk').email };
  const subscription = { who, since: local('11-02 09:00'), told: '2026-W48', refused: '2026-W47' };
  const avoided = { answers: 134, poll: POLL, low: 43, high: 66 };
  const message = {
    kind: 'weekly-report',
    report: BUSY,
    today: TODAY,
    sight: 'all',
    worth: null,
    subscription,
  } as const;
  const { card } = weeklyMessage(message, words);
  return [
    { title: 'evaluation: a month', card: evaluationCard(FULL, linkTo, words) },
    { title: 'evaluation: nothing to say', card: evaluationCard(EMPTY, linkTo, words) },
    {
      title: 'evaluation: recorded, with a poll',
      card: evaluationCard({ ...FULL, agreement, worth: { ...WORTH, avoided } }, linkTo, words),
    },
    {
      title: 'stats: worth, and each week',
      card: statisticsCard(figuresView(BUSY, { worth: WORTH, weekly: { subscription: null } }), words),
    },
    ...(card === null ? [] : [{ title: 'stats: each week', card }]),
  ];
}
