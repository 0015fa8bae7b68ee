import fc from 'fast-check';
import { type Dialogue, holderOf, OUTCOMES } from '../../services/domain/dialogue/dialogue.ts';
import { type Facts } from '../../services/domain/dialogue/facts.ts';
import { type Command } from '../../services/domain/dialogue/messages.ts';
import { ALLOWED, type PersonCommandType } from '../../services/domain/dialogue/transitions.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../services/domain/instant.ts';
import * as ask from './asks.ts';
import { type Name, NAMES, settings } from './dialogue-facts.ts';
import { askEsra, intoConcept, recordAnswer, withdrawQuestion } from './question-asks.ts';
import { type Ask } from './given.ts';

const GROFVUIL = settings.answers[0]?.text ?? '';
const text = fc.oneof(
  { weight: 14, arbitrary: fc.integer({ min: 1, max: 30 }).map((n) => `Antwoord ${n}`) },
  fc.constantFrom(GROFVUIL, `${GROFVUIL}!`, '', '  ', 'x'.repeat(277), 'bel 06-12345678'),
);
export const words = fc.constantFrom(
  'Wanneer is de kliko aan de beurt?',
  'Hoe laat gaat het zwembad open?',
  'Er ligt een losse tegel in Jisp',
  'Schandalig, al weken niets gehoord',
  'Hallo?! En nu',
  'Dankjewel 🙏',
  '👍',
  'Er is brand!',
  'Wat vindt de wethouder daarvan?',
  'Bedankt voor niks',
);

/** What a person brings to any click; each command takes of it what it needs. */
const receipt = fc.constantFrom('r1', 'r2', 'r3');
const brings = fc.record({
  text,
  outcome: fc.constantFrom(null, ...OUTCOMES),
  reason: fc.constantFrom('ruis', 'reclame', 'zomaar', ''),
  answer: fc.constantFrom('grofvuil', 'grofvuil', 'anders'),
  channel: fc.constantFrom(undefined, undefined, undefined, 'public', 'private', 'private'),
  receipt,
  /** Mostly right as it was. */
  reading: fc.option(
    fc.record(
      {
        kind: fc.constantFrom('vraag', 'klacht', 'pers', 'mening', 'onzin'),
        topic: fc.constantFrom(null, 'afval', 'politiek', 'juridisch'),
        municipality: fc.constantFrom(null, 'oostzaan'),
        urgent: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    { freq: 3, nil: undefined },
  ),
  looked: fc.constantFrom(
    {},
    {},
    { account: 'bram_prive' },
    { inReplyTo: 'p1' },
    { outcome: 'absent' },
    { outcome: 'unreadable' },
    { outcome: 'unavailable', id: 'said', link: null },
  ),
  to: fc.constantFrom('BK', 'EP', 'AB', 'CV', 'bram.kok@over-gemeenten.example', 'Communicatie', 'XX', ''),
  ahead: fc.constantFrom(null, -HOUR, MINUTE, 2 * HOUR, 6 * HOUR, 6 * HOUR, 4 * DAY),
  holding: fc.constantFrom('U hoort straks van ons.', 'U hoort morgen van ons.', ''),
  /** Mostly read off the current card; sometimes off an old one. */
  hash: fc.option(fc.constant('of nothing'), { freq: 8, nil: undefined }),
  seen: fc.option(fc.integer({ min: 0, max: 5 }), { freq: 8, nil: undefined }),
});
type Brought = typeof brings extends fc.Arbitrary<infer T> ? T : never;

const COMMANDS: Record<PersonCommandType, (who: Name, by: Brought) => Ask> = {
  claim: ask.claim,
  takeOver: ask.takeOver,
  release: ask.release,
  setAside: (who, { reason }) => ask.setAside(who, reason),
  finish: (who, { outcome }) => ask.finish(who, outcome),
  reopen: ask.reopen,
  reveal: ask.reveal,
  handOver: (who, { to, text }) => ask.handOver(who, to, 'Graag.', text),
  comeBack:
    (who, { ahead, text }) =>
    (dialogue, facts) =>
      resolved(ask.comeBack(who, ahead === null ? null : facts.at + ahead, 'Kijk.', text), dialogue, facts),
  dropReturn: (who, { text }) => ask.dropReturn(who, text),
  hold:
    (who, { ahead, text, holding, seen }) =>
    (dialogue, facts) =>
      resolved(ask.hold(who, ahead === null ? null : facts.at + ahead, holding, text, { seen }), dialogue, facts),
  keep: (who, by) => ask.keep(who, by.text, by.channel),
  useAnswer: (who, { answer, ...by }) => ask.useAnswer(who, answer, by.text),
  place: (who, by) => ask.place(who, by.text, by.seen, by.channel),
  submit: (who, by) => ask.submit(who, by.text, by.channel),
  amend: (who, by) => ask.amend(who, by.text),
  amendAndPlace: (who, by) => ask.amendAndPlace(who, by.text, by.seen),
  approve: (who, { hash }) => ask.approve(who, hash),
  takeToDepartment: ask.takeToDepartment,
  askTakeOver: (who, { text }) => ask.askTakeOver(who, text),
  dropTakeOver: (who, { text }) => ask.dropTakeOver(who, text),
  sendBack: (who) => ask.sendBack(who, 'anders'),
  stop: ask.stop,
  retry: (who, { hash }) => ask.retry(who, hash),
  goPublic: (who) => ask.goPublic(who),
  reportPlaced: (who, { looked, hash }) => ask.reportPlaced(who, looked, hash),
  ask: (who, by) => askEsra(who, by.text, by.receipt),
  withdrawQuestion: (who, by) => withdrawQuestion(who, by.receipt, by.text),
  recordAnswer: (who, by) => recordAnswer(who, by.text, '', by.text),
  intoConcept: (who, by) => intoConcept(who, 'Dinsdag.', by.text, by.receipt),
  remove: (who, { reason, receipt }) => ask.remove(who, reason, receipt),
};
const TYPES = Object.keys(COMMANDS) as readonly PersonCommandType[];
/** Clicked oftener, so that dialogues get somewhere. */
const EAGER: readonly PersonCommandType[] = [
  'hold',
  'hold',
  'hold',
  'comeBack',
  'claim',
  'place',
  'place',
  'submit',
  'submit',
  'approve',
  'retry',
  'reportPlaced',
  'reportPlaced',
  'reportPlaced',
  'goPublic',
];

/** Mostly the holder does what the card offers; often another does, and sometimes anything at all is clicked. */
export const person = fc.record({
  click: fc.nat(999),
  anything: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  who: fc.constantFrom(
    'holder',
    'holder',
    'holder',
    'holder',
    'holder',
    'Els',
    'Els',
    'Anna',
    'Anna',
    'Bram',
    'Carla',
    'Dirk',
    'Gijs',
    'Gijs',
    'Gijs',
  ),
  brings,
});

export const world = fc.record({
  world: fc.oneof(
    { weight: 3, arbitrary: fc.constant('receive' as const) },
    { weight: 4, arbitrary: fc.constantFrom('attempt', 'placed', 'refused', 'notFound', 'unclear', 'postpone') },
    { weight: 3, arbitrary: fc.constantFrom('removed', 'removalRefused', 'foundOwn', 'elapse') },
    { weight: 2, arbitrary: fc.constantFrom('gone', 'reread', 'readAgain') },
  ),
  words,
  alone: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  receipt,
  post: fc.constantFrom('p1', 'p2', 'p3', 'p4'),
  /** Mostly about the publication under way. */
  number: fc.option(fc.integer({ min: 0, max: 9 }), { freq: 8, nil: undefined }),
});

/** The bot does in time what is to be done next; the network answers this. */
export const onward = fc.record({
  onward: fc.constantFrom('placed', 'placed', 'refused', 'unclear', 'notFound', 'notFound', 'postpone'),
});

function eager(allowed: readonly PersonCommandType[]): readonly PersonCommandType[] {
  const often = EAGER.filter((type) => allowed.includes(type));
  return [...allowed, ...often, ...often, ...often];
}

export type Deed = typeof person | typeof world | typeof onward extends fc.Arbitrary<infer T> ? T : never;

/** What a deed comes down to, read off the card of the dialogue. */
export function asked(deed: Deed, { stage, receipts }: Dialogue, { at }: Facts): Ask {
  if ('click' in deed) {
    const offered: readonly PersonCommandType[] = deed.anything ? TYPES : eager(ALLOWED[stage.name]);
    const holder = NAMES.find((name) => holderOf(stage)?.name.startsWith(name)) ?? 'Bram';
    const one = COMMANDS[offered[deed.click % offered.length]!](deed.who === 'holder' ? holder : deed.who, deed.brings);
    const { reading } = deed.brings;
    return reading === undefined ? one : ask.taking(reading, one);
  }
  if ('onward' in deed) {
    if (stage.name !== 'approved') return ask.elapse;
    const { attempt } = stage.publication;
    return attempt === null ? ask.attempt : answer(deed.onward, receipts.length, at);
  }
  switch (deed.world) {
    case 'receive':
      return ask.receive(deed.words, deed.alone ? { private: true } : {});
    case 'gone':
      return ask.gone(deed.post);
    case 'reread':
      return ask.reread(deed.words, deed.post);
    case 'readAgain':
      return ask.receive(deed.words, { id: deed.post, edition: 1 });
    case 'attempt':
      return ask.attempt;
    case 'placed':
    case 'refused':
    case 'notFound':
    case 'unclear':
    case 'postpone':
      return answer(deed.world, receipts.length, at, deed.number);
    case 'removed':
      return ask.removed(deed.receipt);
    case 'removalRefused':
      return { type: 'removalRefused', receipt: deed.receipt, detail: 'no' };
    case 'foundOwn':
      return ask.foundOwn(`o${receipts.length + 1}`);
    case 'elapse':
      return ask.elapse;
  }
}

type Answer = 'placed' | 'refused' | 'notFound' | 'unclear' | 'postpone';

function answer(what: Answer, receipts: number, at: Instant, number?: number): Ask {
  switch (what) {
    case 'placed':
      return ask.placed(`r${receipts + 1}`, number);
    case 'refused':
      return (dialogue, facts) => {
        const { stage } = dialogue;
        const alone = stage.name === 'approved' && stage.publication.channel === 'private';
        const reason = receipts % 2 === 1 ? 'forbidden' : alone ? 'dm-refused' : 'reply-not-allowed';
        return resolved(ask.refused(reason, number), dialogue, facts);
      };
    case 'notFound':
      return ask.notFound();
    case 'unclear':
      return ask.unclear();
    case 'postpone':
      return ask.postpone(at + MINUTE);
  }
}

export function resolved(one: Ask, dialogue: Dialogue, facts: Facts): Command {
  return typeof one === 'function' ? one(dialogue, facts) : one;
}
