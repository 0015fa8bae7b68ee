import assert from 'node:assert/strict';
import { actOnTeam } from '../../../services/flows/act-on-team.ts';
import { weekNow } from '../../../services/flows/evaluation/weekly-report.ts';
import { DAY, MINUTE } from '../../../services/domain/instant.ts';
import { Fault } from '../../../services/ports/fault.ts';
import { local, member, type Name } from '../../support/dialogue-facts.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

async function asks(world: TestWorld, name: Name = 'Dirk'): Promise<void> {
  const { week, begun } = weekNow(world.bot.world);
  const { refusal } = await actOnTeam(world.bot.world, {
    type: 'switchReport',
    by: member(name),
    on: true,
    week,
    begun,
  });
  assert.equal(refusal, null);
}

/** Weeks of which somebody got the report, in the order in which they came. */
function weeks(world: TestWorld, name: Name = 'Dirk'): readonly string[] {
  const { email } = member(name);
  return world.outside.chats.messages
    .filter(({ to }) => to.email === email)
    .map(({ said: [first] }) => (first?.kind === 'weekly-report' ? first.report.period.from : (first?.kind ?? '')));
}

async function tendUntil(world: TestWorld, at: number, step = 240 * MINUTE): Promise<void> {
  while (world.now < at) {
    await world.bot.tend();
    world.advance(Math.min(step, at - world.now));
  }
  await world.bot.tend();
}

describe('The report of the week', () => {
  it('comes at the first opening moment of a week, once, with the figures of the week before', async () => {
    const world = createWorld();
    await asks(world);
    await tendUntil(world, local('11-30 08:29'));
    assert.deepEqual(weeks(world), []);
    await tendUntil(world, local('11-30 08:30'));
    assert.deepEqual(weeks(world), ['2026-11-23']);
    await tendUntil(world, local('12-07 08:30'), 2 * DAY);
    assert.deepEqual(weeks(world), ['2026-11-23', '2026-11-30']);
  });

  it('comes to nobody who did not ask for it', async () => {
    const world = createWorld();
    await tendUntil(world, local('11-30 09:00'), DAY);
    assert.deepEqual(world.outside.chats.messages, []);
  });

  it('comes on Tuesday when Monday is a holiday', async () => {
    // Easter Monday is 6 April 2026.
    const world = createWorld({ start: Date.parse('2026-04-01T10:00:00+02:00') });
    await asks(world);
    await tendUntil(world, Date.parse('2026-04-06T16:00:00+02:00'), 3 * 60 * MINUTE);
    assert.deepEqual(weeks(world), []);
    await tendUntil(world, Date.parse('2026-04-07T08:30:00+02:00'));
    assert.deepEqual(weeks(world), ['2026-03-30']);
  });

  it('is neither lost nor told twice when the bot is away and dies in between', async () => {
    const world = createWorld();
    await asks(world);
    world.advance(local('12-01 09:00') - world.now);
    const other = world.start();
    world.meddler.once('chats', 'send', () => Promise.reject(new Fault('teams', 'no answer')));
    await assert.rejects(world.bot.tend(), Fault);
    assert.deepEqual(weeks(world), []);
    world.restart();
    await Promise.all([world.bot.tend(), other.tend()]);
    await Promise.all([world.bot.tend(), other.tend()]);
    assert.deepEqual(weeks(world), ['2026-11-23']);
  });

  it('that cannot reach somebody is kept for them, and told to nobody', async () => {
    const world = createWorld();
    await asks(world);
    await asks(world, 'Els');
    world.outside.chats.refuses(member('Dirk').email);
    await tendUntil(world, local('11-30 08:30'), DAY);
    assert.deepEqual([weeks(world), weeks(world, 'Els')], [[], ['2026-11-23']]);
    assert.deepEqual(world.outside.alerts.told, []);
    assert.deepEqual(
      world.bot.world.team().evaluated.reports.map(({ refused }) => refused),
      ['2026-W48', null],
    );
  });

  it('that was stopped before it was sent is not sent', async () => {
    const world = createWorld();
    await asks(world);
    world.advance(local('11-30 08:30') - world.now);
    const { week, about, begun } = weekNow(world.bot.world);
    await actOnTeam(world.bot.world, { type: 'reportDue', week, about });
    await actOnTeam(world.bot.world, { type: 'switchReport', by: member('Dirk'), on: false, week, begun });
    await world.bot.tend();
    assert.deepEqual(weeks(world), []);
  });
});
