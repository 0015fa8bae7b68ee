import assert from 'node:assert/strict';
import { reach } from '../../../services/flows/reach.ts';
import { settings } from '../../support/dialogue-facts.ts';
import { createMemoryChats } from '../../support/memory/chats.ts';
import { questionOfScene } from '../../support/question-scenes.ts';
import { silentLog } from '../../support/silent-log.ts';

const GIJS = { name: 'Gijs Smit', email: 'gijs.smit@over-gemeenten.example' };

async function placeOf(channels: readonly string[]): Promise<unknown> {
  const chats = createMemoryChats(channels);
  chats.refuses(GIJS.email);
  const departments = settings.departments.map((one) => ({ ...one, channel: 'Woordvoering' }));
  const world = { chats, log: silentLog, settings: { ...settings, departments } };
  const sent = await reach(world, GIJS, 'Communicatie', '19:webcare;messageid=1', () => ({
    kind: 'question',
    question: questionOfScene('asked'),
  }));
  return [sent.reach, chats.messages[0]?.to.place];
}

describe('Reaching somebody who cannot be written to 1:1', () => {
  it('goes over the channel of their department, and where the team has none of that name over the thread', async () => {
    const channel = { in: 'channel', name: 'Woordvoering' };
    assert.deepEqual(await placeOf(['Woordvoering']), [channel, channel]);
    assert.deepEqual(await placeOf([]), [{ in: 'thread' }, { in: 'thread', thread: '19:webcare;messageid=1' }]);
  });
});
