import assert from 'node:assert/strict';
import { exportBook } from '../../../cards/statistics/export-book.ts';
import { words } from '../../../cards/words.ts';
import { type Book, type Cell } from '../../../services/domain/figures/book.ts';
import { type ContactRow } from '../../../services/domain/figures/contact-rows.ts';
import { type Counts, Tally } from '../../../services/domain/figures/counts.ts';
import { FIGURE_NAMES, figure } from '../../../services/domain/figures/figure.ts';
import { type Period } from '../../../services/domain/figures/period.ts';
import { DAY, HOUR, MINUTE } from '../../../services/domain/instant.ts';
import { exportFigures } from '../../../services/flows/export-figures.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

const WEEK: Period = {
  name: 'week',
  from: '2026-11-23',
  until: '2026-11-30',
  running: true,
  before: { from: '2026-11-16', until: '2026-11-18' },
};
const NL = words('nl', 'Europe/Amsterdam');
const SECRET = 'geheim-van-de-burger';

describe('An export of figures', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = createWorld();
    const answered = await world.writes('@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp?', {
      handle: SECRET,
    });
    await world.does(answered, 'Bram', { type: 'claim' });
    world.advance(HOUR);
    await world.does(answered, 'Bram', { type: 'place', text: 'Dinsdag. Zet het vóór 07.30 uur aan de weg.' });
    world.advance(MINUTE);
    await world.settleAll();
    await world.writes('@GemOostzaan Wanneer is de lantaarn in De Haal klaar?', { handle: 'piet' });
    const aside = await world.writes('@GemWormerland Wie weet een goede fietsenmaker in Wormer?', { handle: 'an' });
    await world.does(aside, 'Bram', { type: 'setAside', reason: 'niet voor ons' });
    world.advance(2 * DAY);
    await world.settleAll();
  });

  const exported = () => exportFigures(world.bot.world, { period: WEEK, mode: 'live', municipality: null });

  it('has a row for each contact, and counted from those rows the figures are the same', async () => {
    const { report, contacts } = await exported();
    assert.deepEqual(
      contacts.map(({ dialogue, number, contact }) => [dialogue, number, contact.ending.how]),
      [
        [1, 1, 'answered'],
        [2, 1, 'open'],
        [3, 1, 'aside'],
      ],
    );
    const { came, source, norm, way, aside, reply } = report.figures.counts;
    assert.deepEqual(plain(recounted(contacts)), plain({ came, source, norm, way, aside, reply }));
    assert.deepEqual({ ...norm }, { onTime: 1, missed: 1 });
  });

  it('is of one municipality when that is asked', async () => {
    const one = { period: WEEK, mode: 'live', municipality: 'oostzaan' } as const;
    const { contacts } = await exportFigures(world.bot.world, one);
    assert.deepEqual(
      contacts.map(({ municipality }) => municipality),
      ['oostzaan'],
    );
  });

  it('tells every figure by the value that the card has, with its definition, and nobody by name', async () => {
    const { report, contacts } = await exported();
    const [figures, rows]: Book = exportBook(report, contacts, {
      words: NL,
      municipalities: world.bot.world.settings.municipalities,
    });
    assert.ok(figures && rows);
    for (const name of FIGURE_NAMES) {
      const title = NL.say(`figure.${name}.name`);
      const own: readonly (readonly Cell[])[] = figures.rows.filter(
        ([first]) => typeof first === 'string' && isOf(first, title),
      );
      assert.ok(own.length > 0, name);
      assert.ok(
        own[0]?.includes(NL.say(`figure.${name}.formula`)) && own[0].includes(NL.say(`figure.${name}.pitfall`)),
      );
      assert.deepEqual(
        own.map((row) => row[1] ?? null).filter((value) => typeof value !== 'object'),
        valuesOf(figure(name, report.figures)),
        name,
      );
    }
    const everything = JSON.stringify([figures, rows]);
    for (const secret of [SECRET, 'Bram', 'bram.kok', 'grofvuil opgehaald', 'fietsenmaker'])
      assert.ok(!everything.includes(secret), secret);
  });

  it('is empty where nothing came in, and says so by zeros', async () => {
    const quiet: Period = { ...WEEK, name: 'week', from: '2026-01-05', until: '2026-01-12', running: false };
    const { report, contacts } = await exportFigures(world.bot.world, {
      period: quiet,
      mode: 'live',
      municipality: null,
    });
    const [figures] = exportBook(report, contacts, { words: NL, municipalities: [] });
    assert.deepEqual(contacts, []);
    assert.equal(figures?.rows.find(([name]) => name === NL.say('figure.came.name'))?.[1], 0);
  });
});

function recounted(contacts: readonly ContactRow[]): Counts {
  const tally = new Tally();
  for (const { contact, source, verdict, replyMinutes } of contacts) {
    tally.add('came', contact.kind);
    tally.add('source', source);
    if (verdict !== null) tally.add('norm', verdict);
    if (contact.answer !== null) tally.add('way', contact.answer.way);
    if (contact.due !== null && replyMinutes !== null) tally.add('reply', String(replyMinutes));
    if (contact.ending.how === 'aside') tally.add('aside', contact.ending.reason);
  }
  return tally.counts;
}

/** What the second column must hold for a figure, moments and empty cells left out. */
function valuesOf(value: ReturnType<typeof figure>): readonly Cell[] {
  switch (value.as) {
    case 'count':
    case 'waiting':
      return [value.n];
    case 'share':
      return value.share === null ? [] : [value.share];
    case 'minutes':
      return [value.median, value.p90].filter((one) => one !== null);
    case 'durations':
      return value.rows.flatMap(({ median, p90 }) => [median, p90].filter((one) => one !== null));
    case 'ranking':
      return value.rows.length === 0 ? [0] : value.rows.map(([, n]) => n);
  }
}

function isOf(name: string, title: string): boolean {
  return name === title || name.startsWith(`${title}: `);
}

function plain(counts: Counts): unknown {
  return JSON.parse(JSON.stringify(counts));
}
