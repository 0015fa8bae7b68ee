import assert from 'node:assert/strict';
import { type Period } from '../../../services/domain/figures/period.ts';
import { type PeriodFigures } from '../../../services/domain/figures/period-figures.ts';
import { HOUR, MINUTE } from '../../../services/domain/instant.ts';
import { reportFigures } from '../../../services/flows/report-figures.ts';
import { rollUpFigures } from '../../../services/flows/roll-up-figures.ts';
import { local } from '../../support/dialogue-facts.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

const NOVEMBER = { from: '2026-11-01', until: '2026-12-01' };
const MONTH: Period = {
  name: 'month',
  ...NOVEMBER,
  running: true,
  before: { from: '2026-10-01', until: '2026-11-01' },
};
const TUESDAY = '2026-11-24';
const WEDNESDAY = '2026-11-25';

async function figures({ bot }: TestWorld): Promise<PeriodFigures> {
  return (await reportFigures(bot.world, MONTH, { mode: 'live', municipality: null })).figures;
}

describe('In the night', () => {
  let world: TestWorld;
  beforeEach(() => {
    world = createWorld();
  });
  const until = async (moment: number): Promise<void> => {
    world.advance(moment - world.now);
    await world.settleAll();
  };
  const roll = async (): Promise<void> => {
    for (const { world: one } of [world.bot, world.start()]) await rollUpFigures(one);
  };

  it('the days that are over are rolled up once, by one instance', async () => {
    await world.writes('@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp?');
    await until(local('11-25 01:50'));
    await roll();
    assert.equal(world.meddler.calls('figures.rollUp'), 0, 'too early: an instance may still write');
    await until(local('11-25 02:10'));
    const before = await figures(world);
    await roll();
    await until(local('11-25 03:10'));
    await roll();
    assert.equal(world.meddler.calls('figures.rollUp'), 1);
    assert.deepEqual(await world.outside.figures.toRollUp(WEDNESDAY), []);
    await until(local('11-27 12:00'));
    await roll();
    assert.deepEqual(await world.outside.figures.toRollUp('2026-11-27'), [], 'also of the days that nobody was there');
    const { counts } = await figures(world);
    assert.deepEqual([counts.came, counts.hour], [before.counts.came, before.counts.hour]);
  });

  it('what was open and depends on the moment no more moves to its day, and no figure changes by it', async () => {
    const id = await world.writes('@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp?');
    await world.writes('@GemOostzaan Waar kan ik mijn hond aanmelden?', { handle: 'piet' });
    await world.does(id, 'Bram', { type: 'claim' });
    await world.does(id, 'Bram', { type: 'finish', outcome: 'phoned' });
    await until(local('11-25 02:10'));
    const openIds = async (): Promise<number> => (await world.outside.figures.open()).length;
    assert.equal(await openIds(), 2, 'due when it was stored, and answered since');
    const before = await figures(world);
    await roll();
    assert.equal(await openIds(), 1);
    assert.deepEqual(await figures(world), before);
    assert.deepEqual({ ...before.counts.norm }, { onTime: 1, missed: 1 });
    await world.does(id, 'Bram', { type: 'reopen' });
    assert.deepEqual({ ...(await figures(world)).counts.norm }, { missed: 2 });
    assert.deepEqual(await world.outside.figures.toRollUp(WEDNESDAY), [TUESDAY], 'its day changed');
  });

  it('what broke off is done in the next turn', async () => {
    await world.writes('@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp?');
    await until(local('11-25 02:10'));
    world.meddler.once('figures', 'rollUp', () => Promise.reject(new Error('the tables are down')));
    await assert.rejects(rollUpFigures(world.bot.world));
    world.advance(HOUR + MINUTE);
    await roll();
    assert.deepEqual(await world.outside.figures.toRollUp(WEDNESDAY), []);
  });
});
