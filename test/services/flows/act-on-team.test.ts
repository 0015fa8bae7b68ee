import assert from 'node:assert/strict';
import { type Alert } from '../../../services/domain/alert.ts';
import { type TeamCommand } from '../../../services/domain/team/messages.ts';
import { actOnTeam } from '../../../services/flows/act-on-team.ts';
import { Fault } from '../../../services/ports/fault.ts';
import { createWorld } from '../../support/world.ts';

const ALERT: Alert = { what: 'channel', trouble: 'renamed' };

function tell(name: string, to: 'channel' | 'coordinators' = 'channel'): TeamCommand {
  return { type: 'tell', name, line: { to, alert: ALERT } };
}

describe('What is about no dialogue', () => {
  it('is told once, whichever instance thinks of it, and is known to the others soon', async () => {
    const town = createWorld();
    const other = town.start();
    const [one, two] = await Promise.all([
      actOnTeam(town.bot.world, tell('today')),
      actOnTeam(other.world, tell('today')),
    ]);
    assert.deepEqual([one.did, two.did].sort(), [false, true]);
    await Promise.all([town.bot.tend(), other.tend()]);
    await Promise.all([town.bot.tend(), other.tend()]);
    assert.deepEqual(town.outside.alerts.told, [{ to: 'channel', alert: ALERT }]);
    assert.deepEqual(other.world.team(), town.bot.world.team());
    assert.ok('today' in other.world.team().told);
  });

  it('is decided anew when somebody else was first', async () => {
    const town = createWorld();
    town.meddler.once('teamStore', 'commit', async (deed) => {
      await actOnTeam(town.bot.world, tell('first'));
      return deed();
    });
    const { team } = await actOnTeam(town.bot.world, tell('second'));
    assert.deepEqual(Object.keys(team.told), ['first', 'second']);
  });

  it('survives a crash between the commit and the message', async () => {
    const town = createWorld();
    await actOnTeam(town.bot.world, tell('today', 'coordinators'));
    assert.deepEqual(town.outside.alerts.told, []);
    await town.restart().tend();
    assert.equal(town.outside.alerts.told.length, 1);
  });

  it('keeps a message that failed, and sends the others', async () => {
    const town = createWorld();
    await actOnTeam(town.bot.world, tell('one'));
    await actOnTeam(town.bot.world, tell('two', 'coordinators'));
    town.meddler.once('alerts', 'toChannel', () => Promise.reject(new Fault('teams', 'Teams is away')));
    await assert.rejects(town.bot.tend(), /Teams is away/);
    assert.deepEqual(
      town.outside.alerts.told.map(({ to }) => to),
      ['coordinators'],
    );
    await town.bot.tend();
    assert.equal(town.outside.alerts.told.length, 2);
  });
});
