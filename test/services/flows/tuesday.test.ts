import assert from 'node:assert/strict';
import { HOUR } from '../../../services/domain/instant.ts';
import { local } from '../../support/dialogue-facts.ts';
import { journalist, type Night, on, storm, untilNoon } from '../../support/tuesday.ts';
import { type WorkingDay } from '../../support/working-day.ts';

describe('A Tuesday', function () {
  this.timeout(120_000);
  let day: WorkingDay;
  let about: Night & { readonly tile: string };
  before(async () => {
    ({ day, ...about } = await untilNoon(false));
  });

  const stageOf = async (id: string): Promise<string> => (await day.world.head(id)).stage.name;

  it('begins with six messages of the night on six cards and one day card, and rings nobody before we open', () => {
    assert.deepEqual(
      day.sent.filter(({ at }) => at < on('08:30')).map(({ what }) => what),
      Array(6).fill('root'),
    );
    const morning = day.board.messages[0]?.days[0]?.groups.map(({ name, entries }) => `${name} ${entries.length}`);
    assert.deepEqual(morning, ['overnight 6']);
  });

  it('answers all but the compliment by noon, in the clicks and messages of the budget', async () => {
    const { waste, lamp, tree, elsewhere, bin, tile, praise } = about;
    for (const id of [waste, lamp, tree, tile]) assert.equal(await stageOf(id), 'answered');
    assert.deepEqual([await stageOf(elsewhere), await stageOf(bin)], ['setAside', 'closed']);
    assert.equal(await stageOf(praise), 'waiting');
    assert.deepEqual(
      day.since(on('08:30')),
      [
        ['channel: day card'],
        ['channel: work', 'channel: approval-asked'],
        ['channel: work'],
        ['channel: work', 'chat: question'],
        ['channel: work'],
        ['channel: work'],
        ['channel: root', 'channel: work', 'channel: work'],
      ].flat(),
      'a complaint, a question, one for a colleague, a telephone call, the answer, and what changed hands',
    );
    assert.equal(day.clicks, 17);
  });

  it('gives the same messages at the same moments to a bot that is started anew at each step', async () => {
    const restless = (await untilNoon(true)).day;
    assert.deepEqual(restless.sent, day.sent);
    assert.deepEqual(
      restless.world.outside.network.placed.map(({ text }) => text),
      day.world.outside.network.placed.map(({ text }) => text),
    );
  });

  it('takes 80 storm messages and a live cable in an hour with few messages, and loses none', async () => {
    const begun = day.world.now;
    const clicks = day.clicks;
    const cable = await storm(day);
    assert.deepEqual([await stageOf(cable), (await day.world.root(cable)).removed], ['closed', false]);
    const counted = new Map<string, number>();
    for (const what of day.since(begun)) counted.set(what, (counted.get(what) ?? 0) + 1);
    // Sixteen before it was switched on, and the cable; a work card for each that was taken.
    assert.deepEqual(Object.fromEntries(counted), {
      'channel: root': 17,
      'channel: work': 17,
      'channel: storm': 1,
      'channel: list': 3,
      'channel: call': 1,
      'channel: many': 3,
      'channel: many-asked': 3,
    });
    assert.equal(day.clicks - clicks, 2 + 2 * 16 + 2 + 2 * 3 + 2);
    const storms = day.world.outside.network.placed.filter(({ text }) => /^We (?:komen|zijn)/.test(text));
    assert.deepEqual([storms.length, new Set(storms.map(({ inReplyTo }) => inReplyTo)).size], [80, 80]);
  });

  it('has the yes of Communicatie for a journalist within ten minutes, and of nobody else', async () => {
    const begun = day.world.now;
    const press = await journalist(day);
    assert.equal(await stageOf(press), 'answered');
    assert.deepEqual(day.since(begun), ['channel: root', 'channel: work', 'chat: department-yes']);
  });

  it('is over when we close: nothing more is sent', async () => {
    const { length } = day.sent;
    await day.until(local('11-25 08:29'), HOUR);
    assert.deepEqual(day.sent.slice(length), []);
  });
});
