import assert from 'node:assert/strict';
import { townTalkText } from '../../../../cards/evaluation/town-talk-text.ts';
import { townTalk, type TownTalk } from '../../../../services/domain/evaluation/town-talk.ts';
import { type Counts, sumOfCounts } from '../../../../services/domain/figures/counts.ts';
import { madeUpReport, MEASURED } from '../../../support/made-up-report.ts';
import { DUTCH } from '../../../support/views.ts';

const KNOWN = new Set(['afval', 'wegen', 'groen', 'parkeren']);

function talk(days: Readonly<Record<string, Counts>>, before: Counts = {}): TownTalk {
  const perDay = new Map(Object.entries(days));
  return townTalk({ counts: sumOfCounts(perDay.values()), perDay }, { counts: before }, KNOWN);
}

function text(...towns: readonly { readonly place: string | null; readonly talk: TownTalk }[]): string {
  return townTalkText({ at: MEASURED, period: madeUpReport().period, practice: false, towns }, DUTCH);
}

describe('What goes on in town', () => {
  it('has rising topics first: at least five, and twice what came before', () => {
    const { topics } = talk(
      { '2026-11-23': { asked: { wegen: 12, afval: 5, groen: 4 } } },
      { asked: { wegen: 9, afval: 2 } },
    );
    assert.deepEqual(
      topics.map(({ topic, rising }) => [topic, rising]),
      [
        ['afval', true],
        ['wegen', false],
        ['groen', false],
      ],
    );
  });

  it('names no topic of fewer than three messages, and none that is not of the settings', () => {
    const { topics, rest, n } = talk({ '2026-11-23': { asked: { afval: 2, 'Jan de Vries': 9, '': 1, wegen: 3 } } });
    assert.deepEqual([topics.map(({ topic }) => topic), rest, n], [['wegen'], 12, 15]);
  });

  it('tells what was seen before anybody asked, by days, and not what was asked about before', () => {
    const days = {
      '2026-11-23': { unasked: { afval: 1, groen: 3, wegen: 2 } },
      '2026-11-24': { asked: { afval: 4, wegen: 1 } },
    };
    assert.deepEqual(talk(days, { asked: { wegen: 1 } }).seenFirst, [
      { topic: 'afval', seenOn: '2026-11-23', askedOn: '2026-11-24' },
      { topic: 'groen', seenOn: '2026-11-23', askedOn: null },
    ]);
    assert.deepEqual(talk({ '2026-11-23': { unasked: { afval: 2 }, asked: { afval: 2 } } }).seenFirst, []);
  });

  it('is a text to forward, with one honest line where there is too little', () => {
    const some = talk({ '2026-11-23': { asked: { afval: 6 }, unasked: { afval: 1, '': 1 } } });
    const few = talk({ '2026-11-23': { asked: { wegen: 2 } } });
    const written = text({ place: 'Oostzaan', talk: some }, { place: 'Wormerland', talk: few }).split('\n');
    assert.ok(written.includes('Oostzaan: 8 berichten (ervoor 0), 6 gevraagd en 2 ongevraagd'));
    assert.ok(written.includes('▲ afval: 7 (ervoor 0), 6 gevraagd en 1 ongevraagd'));
    assert.ok(written.includes('Wormerland: te weinig om iets over te zeggen (2 berichten).'));
    assert.match(text({ place: 'Wormerland', talk: few }), /\nEr is te weinig om iets over te zeggen: 2 berichten/);
  });
});
