import assert from 'node:assert/strict';
import { type Day, dayOf, markOf, nightBefore } from '../../../../services/domain/overview/day.ts';
import { type Entry } from '../../../../services/domain/overview/entry.ts';
import { afterTurn, isOverdue, type SourceHealth } from '../../../../services/domain/overview/source-health.ts';
import { waitsForColleague } from '../../../../services/domain/dialogue/questions/question.ts';
import { HOUR, MINUTE } from '../../../../services/domain/instant.ts';
import { local, member, officeHours, TUESDAY_TEN } from '../../../support/dialogue-facts.ts';
import { SCENE_NAMES, type Scene, viewOfScene } from '../../../support/scenes.ts';
import { Story } from '../../../support/views.ts';

const QUIET: SourceHealth = {
  network: 'x',
  source: 'mentions:GemOostzaan',
  kind: 'asked',
  readAt: TUESDAY_TEN,
  cameAt: TUESDAY_TEN - HOUR,
  trouble: null,
  heldBack: false,
  own: [],
};

function dayWith(entries: readonly Entry[], at = TUESDAY_TEN, sources: readonly SourceHealth[] = [QUIET]): Day {
  const day = dayOf(entries, { at, openHours: officeHours, onDuty: [member('Bram')], sources });
  assert.ok(day);
  return day;
}

const names = (day: Day): readonly string[] => day.groups.map(({ name }) => name);
const entry = (scene: Scene): Entry => ({ view: viewOfScene(scene), thread: null });
const posted = (text: string, at: string): Entry => ({
  view: new Story({ text, postedAt: local(at) }).at('11-24 10:00').view(),
  thread: null,
});

describe('The trouble of a source', () => {
  it('is told by whose it is, until it is read again', () => {
    const failed = afterTurn(
      QUIET,
      { outcome: 'failed', trouble: 'X gave no answer', culprit: 'network' },
      TUESDAY_TEN,
    );
    assert.equal(failed.culprit, 'network');
    const again = afterTurn(failed, { outcome: 'read', fresh: 0, own: [] }, TUESDAY_TEN);
    assert.deepEqual([again.trouble, again.culprit], [null, null]);
  });
});

describe('The night before', () => {
  it('is from closing until opening, weekend included, and none while we are closed', () => {
    assert.deepEqual(nightBefore(officeHours, TUESDAY_TEN), {
      from: local('11-23 17:00'),
      until: local('11-24 08:30'),
    });
    assert.deepEqual(nightBefore(officeHours, local('11-23 08:30')), {
      from: local('11-20 17:00'),
      until: local('11-23 08:30'),
    });
    assert.equal(nightBefore(officeHours, local('11-24 17:00')), null);
    assert.equal(nightBefore(officeHours, local('11-22 12:00')), null);
  });

  it('is no night where we never close', () => {
    const night = nightBefore((from, until) => [{ from, until }], TUESDAY_TEN);
    assert.ok(night && night.from <= TUESDAY_TEN);
  });
});

describe('The day', () => {
  it('tells what came in overnight, danger and complaints first', () => {
    const day = dayWith([
      posted('Wanneer is de milieustraat open?', '11-24 07:00'),
      posted('Schandalig, ik dien een klacht in', '11-24 08:00'),
      posted('Er is brand bij de school!', '11-24 08:10'),
      posted('Wat kost een paspoort?', '11-24 09:00'),
    ]);
    assert.deepEqual(names(day), ['danger', 'overnight', 'waiting']);
    const [, overnight] = day.groups;
    assert.deepEqual(
      overnight?.entries.map(({ view }) => view.dialogue.kind),
      ['klacht', 'vraag'],
    );
  });

  it('has each dialogue once, and none that waits for nobody', () => {
    const all = SCENE_NAMES.map(entry);
    const shown = dayWith(all).groups.flatMap(({ entries }) => entries);
    assert.equal(new Set(shown).size, shown.length);
    for (const { view } of shown) assert.ok(!['closed', 'setAside'].includes(view.dialogue.stage.name));
  });

  it('tells apart what waits, what waits for a yes, what is worked on, what did not get there and what is late', () => {
    assert.deepEqual(names(dayWith([entry('waiting')])), ['waiting']);
    assert.deepEqual(names(dayWith([entry('drafted')])), ['approve']);
    assert.deepEqual(names(dayWith([entry('claimed')])), ['working']);
    assert.deepEqual(names(dayWith([entry('refused')])), ['trouble']);
    assert.deepEqual(names(dayWith([entry('waiting')], local('11-24 16:00'))), ['late']);
    assert.deepEqual(names(dayWith([entry('answered')])), []);
  });

  it('tells what is with a colleague, and what was promised for today', () => {
    const all = dayWith(SCENE_NAMES.map(entry)).groups;
    const stages = (name: string) => all.find((group) => group.name === name)?.entries.map(({ view }) => view.dialogue);
    assert.ok(stages('colleague')?.every((dialogue) => waitsForColleague(dialogue)));
    const promised = stages('promised') ?? [];
    for (const { promise } of promised) assert.ok(promise && promise.at <= local('11-24 17:00'));
  });

  it('tells what our accounts posted since closing, once each', () => {
    const post = { id: '77', account: 'GemOostzaan', text: 'Vandaag open tot acht uur', link: null, at: TUESDAY_TEN };
    const old = { ...post, id: '76', at: local('11-23 16:00') };
    const own: SourceHealth = { ...QUIET, source: 'own:GemOostzaan', kind: 'own', own: [post, old] };
    assert.deepEqual(
      dayWith([], TUESDAY_TEN, [own]).own.map(({ text }) => text),
      ['Vandaag open tot acht uur'],
    );
  });

  it('has another mark when something changes, and the same when only time goes on', () => {
    const day = dayWith([entry('waiting')]);
    assert.equal(markOf(day), markOf(dayWith([entry('waiting')], TUESDAY_TEN + MINUTE)));
    assert.notEqual(markOf(day), markOf(dayWith([entry('claimed')])));
    assert.notEqual(markOf(day), markOf(dayWith([entry('waiting')], TUESDAY_TEN, [{ ...QUIET, trouble: 'weg' }])));
    assert.notEqual(markOf(day), markOf(dayWith([entry('waiting')], TUESDAY_TEN + 10 * MINUTE)));
    assert.notEqual(markOf(day), markOf({ ...day, onDuty: [] }));
  });
});

describe('A source', () => {
  it('is overdue when nobody looked for longer than any source waits, unless it is held back', () => {
    assert.equal(isOverdue(QUIET, TUESDAY_TEN + 40 * MINUTE), false);
    assert.equal(isOverdue(QUIET, TUESDAY_TEN + 41 * MINUTE), true);
    assert.equal(isOverdue({ ...QUIET, heldBack: true }, TUESDAY_TEN + 5 * HOUR), false);
  });
});
