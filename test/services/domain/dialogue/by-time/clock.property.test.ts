import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createCalendar } from '../../../../../services/adapters/calendar/create-calendar.ts';
import { type Facts } from '../../../../../services/domain/dialogue/facts.ts';
import { nextWake } from '../../../../../services/domain/dialogue/wake.ts';
import { HOUR, type Instant, MINUTE } from '../../../../../services/domain/instant.ts';
import { ruleFor, type Settings, WEEKDAYS } from '../../../../../services/domain/work-instruction/instruction.ts';
import { type Ask } from '../../../../support/given.ts';
import * as ask from '../../../../support/asks.ts';
import { factsAt, type Name, settings } from '../../../../support/dialogue-facts.ts';
import { WatchedDialogue } from '../../../../support/dialogue-laws.ts';
import { at, local } from '../../../adapters/calendar/town-hall.ts';

/** Opening hours as odd as a town can have them: any days, any hours, half of the holidays. */
const day = fc.tuple(fc.nat(23 * 4), fc.integer({ min: 1, max: 12 * 4 })).map(([from, length]) => ({
  from: from * 15,
  until: Math.min(1440, (from + length) * 15),
}));
const hours = fc.record({
  open: fc
    .array(fc.option(day, { freq: 3, nil: undefined }), { minLength: 7, maxLength: 7 })
    .filter((week) => week.some((one) => one !== undefined))
    .map((week) =>
      Object.fromEntries(week.flatMap((one, index) => (one === undefined ? [] : [[WEEKDAYS[index]!, one]]))),
    ),
  holidays: fc.constantFrom('NL', null),
  closed: fc.constantFrom<readonly string[]>([], ['2026-03-30', '2026-10-26'], ['2026-12-24', '2026-12-31']),
});

/** Any minute of two years; the changes of the clock and Christmas often. */
const moment = fc.oneof(
  fc.nat(2 * 365 * 24 * 60).map((minutes) => at('2026-01-01 00:00') + minutes * MINUTE),
  ...['2026-03-27 00:00', '2026-10-23 00:00', '2026-12-23 00:00'].map((start) =>
    fc.nat(5 * 24 * 60).map((minutes) => at(start) + minutes * MINUTE),
  ),
);

const claim = fc.record({ remind: fc.integer({ min: 1, max: 240 }), more: fc.integer({ min: 1, max: 240 }) });
const text = fc.constantFrom(
  '@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp?',
  '@GemWormerland Er is brand in Jisp!',
  '@GemWormerland Ik ben journalist, wie kan ik spreken?',
  '@GemWormerland Wat een schande, ik dien een klacht in.',
  '@GemWormerland Lelijk bankje.',
);

const DEEDS: readonly ((who: Name) => Ask)[] = [
  ask.claim,
  ask.claim,
  (who) => ask.keep(who, 'Half af'),
  (who) => ask.submit(who),
  (who) => ask.sendBack(who, 'Korter'),
  ask.takeOver,
  ask.release,
  ask.reveal,
  () => ask.receive('Er is brand!'),
  () => ask.receive('Hallo?! En nu'),
  (who) => ask.finish(who, 'phoned'),
  ask.reopen,
  () => ({ type: 'standByAnswered', who: null }),
];

/** Mostly the bot does what is due; now and then late, for it was down; or somebody does something before that. */
const step = fc.record({
  deed: fc.option(fc.nat(DEEDS.length - 1), { freq: 2, nil: null }),
  who: fc.constantFrom<Name>('Bram', 'Anna', 'Els'),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  late: fc.constantFrom(0, 0, 0, MINUTE, 3 * HOUR, 15 * HOUR),
  duty: fc.constantFrom<readonly Name[]>(['Bram', 'Els'], ['Anna'], []),
});

describe('Whatever the opening hours, the holidays and the changes of the clock', () => {
  it('nothing is told outside opening hours or twice, no claim that stands still ends, and a due time is in opening hours', function () {
    this.timeout(60_000);
    const seen = { nudges: 0, expiries: 0 };
    fc.assert(
      fc.property(
        hours,
        moment,
        claim,
        text,
        fc.array(step, { minLength: 20, maxLength: 40 }),
        (town, start, time, said, steps) => {
          const instruction = {
            ...settings.instruction,
            claim: { remindAfter: time.remind * MINUTE, releaseAfter: (time.remind + time.more) * MINUTE },
          };
          const watched = live({ ...settings, hours: town, instruction }, start, said, steps);
          seen.nudges += watched.clock.nudges;
          seen.expiries += watched.clock.expiries;
        },
      ),
      { numRuns: 40 },
    );
    assert.ok(seen.nudges > 15 && seen.expiries > 3, JSON.stringify(seen));
  });
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function live(town: Settings, start: Instant, said: string, steps: readonly Step[]): WatchedDialogue {
  const calendar = createCalendar(town);
  const factsOf = (now: Instant, duty: readonly Name[]): Facts => ({
    ...factsAt(now, duty),
    settings: town,
    openHours: (from, until) => calendar.openHours(from, until),
  });
  const watched = new WatchedDialogue();
  let now = start;
  const post = ask.citizen(said, 'p1', now - MINUTE);
  watched.step({ type: 'receive', dialogue: 'd1', mode: 'live', post }, factsOf(now, []));
  for (const { deed, who, share, late, duty } of steps) {
    const { dialogue } = watched;
    if (dialogue === null) break;
    const wake = nextWake(dialogue, factsOf(now, duty));
    if (deed === null && wake !== null) {
      now = Math.max(now, wake) + late;
      watched.step(ask.elapse, factsOf(now, duty));
    } else {
      now += Math.floor(share * Math.max(0, Math.min((wake ?? now + HOUR) - now, 24 * HOUR)));
      watched.step(DEEDS[deed ?? 0]!(who), factsOf(now, duty));
    }
    dueIsInOpeningHours(watched, factsOf(now, duty));
  }
  watched.replay();
  return watched;
}

function dueIsInOpeningHours({ dialogue }: WatchedDialogue, facts: Facts): void {
  if (dialogue?.due == null || ruleFor(facts.settings.instruction, dialogue.kind).outsideHours) return;
  assert.equal(facts.openHours(dialogue.due - 1, dialogue.due).length, 1, `due ${local(dialogue.due)}`);
}
