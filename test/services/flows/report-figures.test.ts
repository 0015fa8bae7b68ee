import assert from 'node:assert/strict';
import { figure } from '../../../services/domain/figures/figure.ts';
import { type Period } from '../../../services/domain/figures/period.ts';
import { DAY, HOUR, MINUTE } from '../../../services/domain/instant.ts';
import { reportFigures } from '../../../services/flows/report-figures.ts';
import { Fault } from '../../../services/ports/fault.ts';
import { local } from '../../support/dialogue-facts.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

const WEEK: Period = {
  name: 'week',
  from: '2026-11-23',
  until: '2026-11-30',
  running: true,
  before: { from: '2026-11-16', until: '2026-11-18' },
};
const ALL = { mode: 'live', municipality: null } as const;
const ANSWER = 'Dinsdag. Zet het vóór 07.30 uur aan de weg.';

describe('The figures of a period', () => {
  let world: TestWorld;
  beforeEach(() => {
    world = createWorld();
  });
  const came = async (of = ALL as Parameters<typeof reportFigures>[2], period = WEEK): Promise<readonly unknown[]> => {
    const report = await reportFigures(world.bot.world, period, of);
    return [report.figures, report.before].map((one) => figure('came', one));
  };

  it('are there as soon as a dialogue is shown, with what is open judged at the moment of asking', async () => {
    const id = await world.writes('@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp?');
    assert.deepEqual(await came(), [
      { as: 'count', n: 1 },
      { as: 'count', n: 0 },
    ]);
    const now = async () => (await reportFigures(world.bot.world, WEEK, ALL)).figures;
    assert.deepEqual([(await now()).now.waiting, (await now()).counts.norm], [1, undefined]);
    world.advance(2 * DAY);
    assert.deepEqual([(await now()).now.late, { ...(await now()).counts.norm }], [1, { missed: 1 }]);
    await world.does(id, 'Bram', { type: 'claim' });
    await world.does(id, 'Bram', { type: 'place', text: ANSWER });
    world.advance(MINUTE);
    await world.settleAll();
    assert.deepEqual([(await now()).now.waiting, { ...(await now()).counts.norm }], [0, { late: 1 }]);
  });

  it('are those of one municipality, or of practice, when that is asked', async () => {
    await world.writes('@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp?');
    await world.writes('@GemOostzaan Wanneer is de lantaarn in De Haal klaar?', { handle: 'piet' });
    const asked = [ALL, { mode: 'live', municipality: 'oostzaan' }, { mode: 'practice', municipality: null }] as const;
    const numbers = await Promise.all(asked.map(async (of) => (await came(of))[0]));
    assert.deepEqual(
      numbers,
      [2, 1, 0].map((n) => ({ as: 'count', n })),
    );
  });

  it('tell the goal of the work instruction, and what X cost for all that is live together', async () => {
    const bot = world.bot.world;
    const charge = { kind: 'post', usd: 0.005 } as const;
    await bot.ledger.record('x', [
      { ...charge, id: '1', at: world.now },
      { ...charge, id: '2', at: local('10-31 10:00') },
      { ...charge, id: '3', at: local('09-30 10:00') },
    ]);
    const report = await reportFigures(bot, WEEK, ALL);
    assert.deepEqual([report.goal, report.cost?.usd], [80, 0.005]);
    const since = { ...WEEK, from: '2026-10-31' };
    assert.equal((await reportFigures(bot, since, ALL)).cost?.usd, 0.01);
    assert.equal((await reportFigures(bot, WEEK, { mode: 'live', municipality: 'oostzaan' })).cost, null);
    assert.equal((await reportFigures(bot, WEEK, { mode: 'practice', municipality: null })).cost, null);
    assert.equal((await reportFigures({ ...bot, networks: new Map() }, WEEK, ALL)).cost, null, 'X is not read');
  });

  it('are kept when Teams fails, and stored once per version however often a dialogue is looked at', async () => {
    world.meddler.once('channel', 'openThread', () => Promise.reject(new Fault('teams', 'down', null, HOUR)));
    await world.writes('@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp?');
    assert.equal(world.posted().length, 0);
    assert.deepEqual((await came())[0], { as: 'count', n: 1 });
    world.advance(HOUR);
    await world.settleAll();
    await world.settleAll();
    assert.deepEqual([world.posted(), world.meddler.calls('figures.record')], [['root'], 1]);
  });

  it('that could not be stored are stored when the dialogue is looked at again', async () => {
    world.meddler.once('figures', 'record', () => Promise.reject(new Fault('tables', 'down')));
    await world.writes('@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp?');
    assert.deepEqual([world.posted(), (await came())[0]], [['root'], { as: 'count', n: 0 }]);
    world.advance(MINUTE);
    await world.settleAll();
    assert.deepEqual((await came())[0], { as: 'count', n: 1 });
  });
});
