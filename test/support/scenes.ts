import { type DialogueView } from '../../services/domain/dialogue/view.ts';
import { local } from './dialogue-facts.ts';
import { ESRA } from './question-asks.ts';
import { QUESTION_SCENES } from './question-scenes.ts';
import { DUTCH, type Opening, Story } from './views.ts';

const ANSWER =
  'Dinsdag 1 december, Jan. Zet het grofvuil vóór 07.30 uur aan de weg. Maak wel eerst een afspraak via onze site.';
const SORRY =
  'Vier keer bellen en niets horen: zo hoort het niet, Ko. Sorry. Stuur je me privé je nummer? Dan bel ik je vandaag zelf.';

const COMPLAINT = {
  handle: 'ko_de_klusser',
  name: 'Ko',
  text: "@GemWormerland Vier keer gebeld. Drie keer 'u wordt vandaag nog teruggebeld'. NIEMAND. Wat een schande, ik dien een klacht in.",
} as const;

/** A journalist asks, and Communicatie must say yes. */
const PRESS = {
  handle: 'wormer_courant',
  name: 'Wormer Courant',
  text: '@GemWormerland Ik schrijf over de sluiting van het zwembad. Kan een woordvoerder mij vóór 17.00 uur bellen?',
} as const;
const WE_CALL = 'Dank voor je vraag. Onze woordvoerder belt je vanmiddag vóór 16.00 uur.';

function press(opening: Opening = {}): Story {
  return claimed({ ...PRESS, ...opening })
    .at('11-24 10:50')
    .does('Bram', { type: 'submit', text: WE_CALL });
}

/** Found, not addressed to us: on a self-serve plan X takes no reply to it from a program. */
const UNASKED = {
  account: null,
  text: 'Vier keer gebeld met het loket in Wormer. NIEMAND. Wat een schande, ik dien een klacht in.',
} as const;
/** Told at the market, and brought in by Bram. */
const MANUAL_POST = {
  network: 'manual',
  account: null,
  mode: 'live',
  handle: 'Fatima el Idrissi',
  name: 'Fatima el Idrissi',
  link: 'https://www.facebook.com/groups/wormer/posts/123',
  text: 'Vier keer gebeld over de speeltuin aan de Dorpsstraat in Wormer, en niemand belt terug. Ik dien een klacht in.',
  broughtIn: { via: 'facebook', by: { name: 'Bram Kok', email: 'bram@example.org' }, municipality: 'wormerland' },
} as const;
const STORM =
  'Code geel vanavond: vanaf 18.00 uur zware windstoten in Wormerland. Zet je kliko en je trampoline vast. Meer: https://www.wormerland.nl/storm';
const HAND = 'https://x.com/GemWormerland/status/900009';

/** It was placed by hand a moment later, and X shows it. */
function reported({ account = 'GemWormerland' } = {}) {
  const at = local('11-24 10:53');
  const looked = { outcome: 'found', id: '900009', link: HAND, at, account, inReplyTo: '180001', text: SORRY } as const;
  return { type: 'reportPlaced', link: HAND, looked } as const;
}

function claimed(opening: Opening = {}): Story {
  return new Story(opening).at('11-24 10:42').does('Bram', { type: 'claim' });
}

function drafted(opening: Opening = {}): Story {
  return claimed({ ...COMPLAINT, ...opening })
    .at('11-24 10:50')
    .does('Bram', { type: 'submit', text: SORRY });
}

function approved(opening: Opening = {}): Story {
  return drafted(opening).at('11-24 10:52').does('Els', { type: 'approve' });
}

function answered(opening: Opening = {}): Story {
  return claimed(opening).at('11-24 10:52').does('Bram', { type: 'place', text: ANSWER }).isPlaced();
}

function removing(opening: Opening = {}): Story {
  return answered(opening)
    .at('11-24 10:58')
    .does('Els', { type: 'remove', receipt: '900001', reason: 'De datum klopt niet: het is woensdag.' });
}

function phoned(opening: Opening = {}): Story {
  return claimed(opening).at('11-24 11:10').does('Bram', { type: 'finish', outcome: 'phoned' });
}

/** The citizen wrote between us alone. */
const ALONE = {
  private: true,
  thread: 'dm:c1',
  link: null,
  text: 'Ik wil dit niet openbaar zeggen: mijn buurman stookt afval in zijn tuin in Jisp, elke avond. Kan iemand bellen?',
} as const;
const QUIET = 'Wat vervelend, Jan. Een collega belt je vanmiddag; wil je je nummer hier sturen? Alleen wij lezen dit.';

const HOLD = 'Bedankt voor je bericht, Jan. We zoeken het uit. Je hoort vandaag vóór 16:00 uur van ons.';

/** Bram tells the citizen when the answer comes. */
function holding(opening: Opening = {}): Story {
  return claimed(opening).at('11-24 10:50').does('Bram', held());
}

function held({ at = '11-24 16:00', says = true } = {}) {
  return { type: 'hold', holding: HOLD, promised: local(at), says, text: 'Dinsdag 1 december' } as const;
}

function comingBack(at: string, note = 'Is de lamp gemaakt?') {
  return { type: 'comeBack', at: local(at), note, text: '' } as const;
}

function handedOver(opening: Opening = {}): Story {
  return claimed(opening).at('11-24 11:02').does('Bram', {
    type: 'handOver',
    to: 'EP',
    remark: 'Jij sprak hem gisteren al aan de balie.',
    text: 'Dinsdag 1 december wordt het gehaald.',
  });
}

function passedOn(opening: Opening = {}): Story {
  return drafted(opening).at('11-24 12:40').does('Bram', {
    type: 'handOver',
    to: 'Afval en openbare ruimte',
    remark: 'Hij wil dit met jullie zelf bespreken.',
    text: '',
  });
}

function sentPrivately(opening: Opening = {}): Story {
  return claimed({ ...COMPLAINT, ...opening })
    .at('11-24 10:50')
    .does('Bram', { type: 'submit', text: QUIET, channel: 'private' })
    .at('11-24 10:52')
    .does('Els', { type: 'approve' });
}

function refusedPrivately(opening: Opening = {}): Story {
  return sentPrivately(opening).isRefused('dm-refused', 'You do not have permission to DM one or more participants.');
}

function ownPlaced(opening: Opening = {}): Story {
  return new Story({ own: STORM, ...opening })
    .at('11-24 10:04')
    .does('Bram', { type: 'submit', text: STORM })
    .at('11-24 10:10')
    .does('Els', { type: 'approve' })
    .isPlaced();
}

/** Every stage and form that a card can show, reached through the domain. An opening changes the citizen's first post. */
export const SCENES = {
  waiting: (o: Opening) => new Story(o).at('11-24 10:05'),
  shared: (o: Opening) =>
    ['ans_neck', 'piet_jisp', 'wilma_wormer', 'teun'].reduce(
      (story, handle) =>
        story
          .brings({ type: 'echo', of: '180001', handle })
          .brings({ type: 'echo', of: '180001', handle, how: 'copy' }),
      new Story(o).at('11-24 10:05'),
    ),
  found: (o: Opening) =>
    new Story({
      account: null,
      handle: 'jisper_jongen',
      name: 'Teun',
      text: 'Lantaarnpaal bij de bushalte in Jisp hangt echt scheef na die vrachtwagen. Mijn dochter wacht daar elke ochtend. Wachten tot ie omvalt?',
      ...o,
    }).at('11-24 10:05'),
  late: (o: Opening) => new Story(o).at('11-24 15:10'),
  yesterday: (o: Opening) => new Story(o).at('11-25 08:40'),
  urgent: (o: Opening) =>
    new Story({
      account: null,
      handle: 'zuideinde_live',
      name: 'Noor',
      text: 'Grote tak over een kabel op het Zuideinde in Oostzaan en het VONKT. Kinderen staan te kijken. Iemand???',
      ...o,
    }),
  standBy: (o: Opening) =>
    new Story({
      account: null,
      handle: 'zuideinde_live',
      name: 'Noor',
      postedAt: local('11-24 21:59'),
      text: 'Grote tak over een kabel op het Zuideinde in Oostzaan en het VONKT. Kinderen staan te kijken. Bel 06-11112222',
      ...o,
    })
      .at('11-24 22:00')
      .onDuty()
      .brings({ type: 'elapse' }),
  masked: (o: Opening) =>
    claimed({
      handle: 'ansvdmeer_',
      name: 'Ans',
      text: "@GemWormerland m'n kliko is WEG sinds dinsdag!! bel me ff 06-12345678, of moet ik soms zelf gaan zoeken",
      ...o,
    }),
  opinion: (o: Opening) => new Story({ account: null, text: 'Die nieuwe bankjes in Wormer vind ik lelijk.', ...o }),
  read: (o: Opening) =>
    claimed(o).does('Bram', { type: 'keep', text: ANSWER, reading: { kind: 'melding', topic: null, urgent: true } }),
  press: (o: Opening) => new Story({ ...PRESS, ...o }).at('11-24 10:05'),
  pressClaimed: (o: Opening) => claimed({ ...PRESS, ...o }),
  pressTakeOver: (o: Opening) =>
    claimed({ ...PRESS, ...o })
      .at('11-24 10:50')
      .does('Bram', { type: 'askTakeOver', text: '' }),
  pressDrafted: (o: Opening) => press(o),
  pressUnreachable: (o: Opening) => {
    const story = press(o);
    const { round = 0, people = [] } = story.dialogue.askedDepartment ?? {};
    return people.reduce((one, { email }) => one.brings({ type: 'unreachable', round, email }), story);
  },
  pressApproved: (o: Opening) => press(o).at('11-24 10:52').does('Gijs', { type: 'approve' }),
  pressTaken: (o: Opening) => press(o).at('11-24 10:52').does('Gijs', { type: 'takeToDepartment' }),
  claimed: (o: Opening) => claimed(o),
  compliment: (o: Opening) =>
    new Story({ text: 'Bedankt, keurig geregeld door de buitendienst in Jisp!', ...o }).isKnown(3, 1),
  praised: (o: Opening) =>
    new Story({ text: 'Bedankt, keurig geregeld door de buitendienst in Jisp!', ...o })
      .at('11-24 10:42')
      .passesOn('Bram', 'Afval en openbare ruimte', [{ name: 'Esra Yilmaz', email: 'esra@example.org' }]),
  known: (o: Opening) => new Story(o).isKnown(3, 1),
  noted: (o: Opening) =>
    claimed(o)
      .isKnown(3, 0)
      .notes('Anna', 'Esra belde: de wagen staat stuk tot 15.00 uur.')
      .notes('Els', '**Let op**: nummer van de buurvrouw is 06-12345678'),
  practice: (o: Opening) => claimed({ mode: 'practice', network: 'practice', ...o }),
  listening: (o: Opening) => claimed({ mode: 'listening', ...o }),
  kept: (o: Opening) => claimed(o).does('Bram', { type: 'keep', text: ANSWER }),
  filled: (o: Opening) => claimed(o).does('Bram', { type: 'useAnswer', answer: 'grofvuil', text: '' }),
  tooLong: (o: Opening) => claimed(o).does('Bram', { type: 'place', text: `${ANSWER} ${ANSWER} ${ANSWER}` }),
  needsApproval: (o: Opening) => claimed({ ...COMPLAINT, ...o }),
  sentBack: (o: Opening) =>
    drafted(o).at('11-24 10:55').does('Els', {
      type: 'sendBack',
      remark: 'Noem een tijd waarop je belt.\nEn laat "zelf" weg als je straks vrij bent.',
    }),
  spare: (o: Opening) =>
    claimed(o)
      .at('11-24 10:48')
      .does('Els', { type: 'keep', text: 'Ik had al iets: volgende week dinsdag, zie de afvalkalender.' }),
  several: (o: Opening) =>
    claimed(o)
      .at('11-24 10:58')
      .writes('Het gaat om een bankstel en twee matrassen, past dat wel?')
      .writes('En moet ik daar zelf bij zijn?'),
  takenOver: (o: Opening) => claimed(o).at('11-24 11:02').does('Els', { type: 'takeOver' }),
  released: (o: Opening) =>
    claimed(o).does('Bram', { type: 'keep', text: ANSWER }).at('11-24 11:02').does('Bram', { type: 'release' }),
  expired: (o: Opening) =>
    claimed(o)
      .does('Bram', { type: 'keep', text: ANSWER })
      .at('11-24 11:02')
      .brings({ type: 'elapse' })
      .at('11-24 11:22')
      .brings({ type: 'elapse' }),
  drafted: (o: Opening) => drafted(o),
  nobody: (o: Opening) => drafted(o).onDuty('Bram'),
  amended: (o: Opening) =>
    drafted(o)
      .at('11-24 10:54')
      .does('Els', { type: 'amend', text: SORRY.replace('vandaag zelf', 'vóór 16.00 uur') }),
  refused: (o: Opening) =>
    approved(o).isRefused(
      'reply-not-allowed',
      'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author.',
    ),
  tooLate: (o: Opening) => approved(o).at('11-24 11:20').attempts(),
  overtaken: (o: Opening) => approved(o).writes('Laat maar, ik kom wel langs. Tot hoe laat zijn jullie open?'),
  outside: (o: Opening) => new Story(o).at('11-24 10:40').isAnsweredOutside(),
  outsideClaimed: (o: Opening) => claimed(o).at('11-24 10:55').isAnsweredOutside(),
  outsideApproved: (o: Opening) => approved(o).isAnsweredOutside(),
  stopped: (o: Opening) => approved(o).later(5_000).does('Bram', { type: 'stop' }),
  approved: (o: Opening) => approved(o),
  attempting: (o: Opening) => approved(o).attempts(),
  postponed: (o: Opening) => {
    const story = approved(o).attempts();
    const number = story.dialogue.publications;
    return story.brings({ type: 'postpone', number, until: story.view().at + 240_000, detail: 'rate limit' });
  },
  unclear: (o: Opening) => {
    const story = approved(o).attempts().later(10_000);
    return story.brings({ type: 'unclear', number: story.dialogue.publications, detail: 'socket hang up' });
  },
  answered: (o: Opening) => answered(o),
  answeredApproved: (o: Opening) => approved(o).isPlaced(),
  answeredPractice: (o: Opening) =>
    claimed({ mode: 'practice', network: 'practice', ...o })
      .does('Bram', { type: 'place', text: ANSWER })
      .isPlaced('oefen-1', null),
  thanked: (o: Opening) => answered(o).at('11-24 11:20').writes('Top, dankjewel 🙏'),
  followedUp: (o: Opening) =>
    answered(o).onDuty('Els').at('11-24 13:05').writes('Oké, en een koelkast, mag die ook mee?'),
  again: (o: Opening) => answered(o).at('11-24 13:05').writes('Oké, en een koelkast, mag die ook mee?'),
  removing: (o: Opening) => removing(o),
  removed: (o: Opening) => removing(o).brings({ type: 'removed', receipt: '900001' }),
  removalRefused: (o: Opening) =>
    removing(o).brings({
      type: 'removalRefused',
      receipt: '900001',
      detail: 'Not authorized to delete this Post.',
    }),
  closed: (o: Opening) => answered(o).at('11-24 12:00').does('Bram', { type: 'finish', outcome: null }),
  closedItself: (o: Opening) => answered(o).at('11-27 17:01').brings({ type: 'elapse' }),
  phoned: (o: Opening) => phoned(o),
  setAside: (o: Opening) =>
    new Story({
      handle: 'wilma_wormer',
      name: 'Wilma',
      account: null,
      text: "Dat nieuwe bankje aan de Dorpsstraat in Wormer. Lelijker kregen ze 't niet.",
      ...o,
    })
      .at('11-24 10:20')
      .does('Bram', { type: 'setAside', reason: 'mening zonder vraag' }),
  reopened: (o: Opening) => phoned(o).at('11-24 11:40').does('Els', { type: 'reopen' }),
  byHandClaimed: (o: Opening) => claimed({ ...UNASKED, ...o }),
  byHandDrafted: (o: Opening) => drafted({ ...UNASKED, ...o }),
  byHand: (o: Opening) => approved({ ...UNASKED, ...o }),
  misplaced: (o: Opening) => approved({ ...UNASKED, ...o }).does('Bram', reported({ account: 'bram_prive' })),
  placedByHand: (o: Opening) => approved({ ...UNASKED, ...o }).does('Bram', reported()),
  placedByHandAlone: (o: Opening) =>
    claimed({ account: null, ...o })
      .does('Bram', { type: 'place', text: ANSWER })
      .does('Bram', reported()),
  reported: (o: Opening) =>
    approved({ ...UNASKED, ...o }).does('Bram', {
      type: 'reportPlaced',
      link: HAND,
      looked: { outcome: 'unavailable', id: '900009', link: HAND },
    }),
  handedOver: (o: Opening) => handedOver(o),
  handedOverOffDuty: (o: Opening) => handedOver(o).onDuty('Bram'),
  draftHandedOver: (o: Opening) =>
    drafted(o).at('11-24 12:40').does('Bram', { type: 'handOver', to: 'AB', remark: 'Mijn dienst is om.', text: '' }),
  passedOn: (o: Opening) => passedOn(o),
  passedOnTold: (o: Opening) => passedOn(o).brings({ type: 'departmentAnswered', who: ESRA }),
  passedOnUnreached: (o: Opening) => passedOn(o).brings({ type: 'departmentAnswered', who: null }),
  agreed: (o: Opening) => claimed(o).does('Bram', comingBack('11-28 10:00')),
  agreedAnswered: (o: Opening) => answered(o).at('11-24 11:00').does('Bram', comingBack('11-27 10:00')),
  cameBack: (o: Opening) =>
    answered(o).at('11-24 11:00').does('Bram', comingBack('11-26 10:00')).at('11-26 10:00').brings({ type: 'elapse' }),
  cameBackOffDuty: (o: Opening) =>
    answered(o)
      .at('11-24 11:00')
      .does('Bram', comingBack('11-26 10:00'))
      .at('11-26 10:00')
      .onDuty('Els')
      .brings({ type: 'elapse' }),
  holding: (o: Opening) => holding(o),
  holdingDrafted: (o: Opening) =>
    claimed({ ...COMPLAINT, ...o })
      .at('11-24 10:50')
      .does('Bram', held()),
  holdingStopped: (o: Opening) => holding(o).later(5_000).does('Bram', { type: 'stop' }),
  holdingUnsaid: (o: Opening) =>
    claimed(o)
      .at('11-24 10:50')
      .does('Bram', held({ says: false })),
  heldOff: (o: Opening) => holding(o).isPlaced(),
  heldOffLate: (o: Opening) => holding(o).isPlaced().at('11-24 16:20'),
  heldOffAnswered: (o: Opening) =>
    holding(o).isPlaced().at('11-24 15:10').does('Bram', { type: 'place', text: ANSWER }).isPlaced('900002'),
  privateAsked: (o: Opening) => claimed({ ...ALONE, ...o }),
  privateToo: (o: Opening) => claimed(o).at('11-24 10:58').writes(ALONE.text, { private: true }),
  privateDrafted: (o: Opening) =>
    claimed({ ...COMPLAINT, ...o })
      .at('11-24 10:50')
      .does('Bram', { type: 'submit', text: QUIET, channel: 'private' }),
  privateApproved: (o: Opening) => sentPrivately(o),
  privateSent: (o: Opening) => sentPrivately(o).isPlaced('900001', null),
  privateAlone: (o: Opening) =>
    claimed(o).does('Bram', { type: 'place', text: QUIET, channel: 'private' }).isPlaced('900001', null),
  privatePractice: (o: Opening) =>
    claimed({ mode: 'practice', network: 'practice', ...o })
      .does('Bram', { type: 'place', text: QUIET, channel: 'private' })
      .isPlaced('oefen-1', null),
  privateRefused: (o: Opening) => refusedPrivately(o),
  wentPublic: (o: Opening) =>
    refusedPrivately(o).does('Bram', {
      type: 'goPublic',
      invitation: DUTCH.say('reply.invitation', { link: 'https://x.com/messages/compose?recipient_id=1001' }),
    }),
  privateUnsure: (o: Opening) => {
    const story = sentPrivately({ ...o }).attempts();
    const number = story.dialogue.publications;
    return story
      .brings({ type: 'unclear', number, detail: 'socket hang up' })
      .brings({ type: 'notFound', number })
      .brings({ type: 'notFound', number });
  },
  manual: (o: Opening) => new Story({ ...MANUAL_POST, ...o }).at('11-24 10:05'),
  manualUnnamed: (o: Opening) =>
    new Story({
      ...MANUAL_POST,
      handle: '',
      name: '',
      link: null,
      broughtIn: { ...MANUAL_POST.broughtIn, via: 'counter', municipality: null },
      ...o,
    }),
  manualClaimed: (o: Opening) => claimed({ ...MANUAL_POST, ...o }),
  manualAsked: (o: Opening) => claimed({ ...MANUAL_POST, text: 'Is de sporthal in Jisp zaterdag open?', ...o }),
  manualDrafted: (o: Opening) => drafted({ ...MANUAL_POST, ...o }),
  manualByHand: (o: Opening) => approved({ ...MANUAL_POST, ...o }),
  manualReported: (o: Opening) =>
    approved({ ...MANUAL_POST, ...o }).does('Bram', {
      type: 'reportPlaced',
      link: '',
      looked: { outcome: 'unavailable', id: 'gemeld-1', link: null },
    }),
  own: (o: Opening) => new Story({ own: STORM, ...o }),
  ownDrafted: (o: Opening) =>
    new Story({ own: STORM, ...o }).at('11-24 10:04').does('Bram', { type: 'submit', text: STORM }),
  ownRefused: (o: Opening) =>
    new Story({ own: STORM, ...o })
      .does('Bram', { type: 'submit', text: STORM })
      .does('Els', { type: 'approve' })
      .isRefused('suspended', 'Your account is suspended.'),
  ownPlaced: (o: Opening) => ownPlaced(o),
  ownRemoved: (o: Opening) =>
    ownPlaced(o)
      .at('11-24 10:58')
      .does('Els', { type: 'remove', receipt: '900001', reason: 'Het is code oranje geworden.' })
      .brings({ type: 'removed', receipt: '900001' }),
  ownReacted: (o: Opening) =>
    ['jantje75', 'ans_neck', 'ko_de_klusser', 'jisper'].reduce(
      (story, handle) => story.brings({ type: 'react', handle }),
      ownPlaced(o).at('11-24 10:40'),
    ),
  ownClosed: (o: Opening) => ownPlaced(o).at('11-24 12:00').does('Bram', { type: 'finish', outcome: null }),
  reaction: (o: Opening) =>
    new Story({
      text: '@GemWormerland geldt dat ook voor Jisp?',
      inReplyTo: '900001',
      thread: '900001',
      surroundings: {
        repliedTo: { id: '900001', handle: 'GemWormerland', text: STORM },
        quoted: null,
        photos: [],
        language: null,
      },
      ...o,
    }).at('11-24 10:40'),
  ownDropped: (o: Opening) => new Story({ own: STORM, ...o }).does('Bram', { type: 'setAside', reason: '' }),
  refusedDeleted: (o: Opening) =>
    approved(o).isRefused('post-deleted', '').brings({ type: 'gone', post: '180001' }).forgets('180001'),
  deleted: (o: Opening) => claimed(o).forgets('180001'),
  ...QUESTION_SCENES,
} as const satisfies Record<string, (opening: Opening) => Story>;

export type Scene = keyof typeof SCENES;
export const SCENE_NAMES = Object.keys(SCENES) as readonly Scene[];

/** What the cards show in a scene; an opening changes the citizen's first post. */
export function viewOfScene(scene: Scene, opening: Opening = {}): DialogueView {
  return SCENES[scene](opening).view();
}
