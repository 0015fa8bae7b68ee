import assert from 'node:assert/strict';
import { type Room } from '../../infra/local/room/room.ts';
import { type PersonalMessage } from '../../services/domain/personal-message.ts';
import { chatsInRoom } from '../support/chats-in-room.ts';
import { DUTCH } from '../support/views.ts';
import { at, BRAM, call, ESRA, FRITS, newThread, startTestRoom, stateOf } from '../infra/room-fixture.ts';
import { chatsContract } from './chats-contract.ts';

const TELLS = { removed: 'bot.channelRemoved', deleted: 'bot.channelDeleted', renamed: 'bot.channelRenamed' } as const;
const RENAMED: PersonalMessage = { kind: 'alert', alert: { what: 'channel', trouble: 'renamed' } };

describe('Chats in Teams', () => {
  let room: Room;
  beforeEach(async () => {
    room = await startTestRoom({ url: 'http://127.0.0.1:9/nobody' }, { channels: ['Webcare', 'Afval'] });
  });
  afterEach(() => room.close());

  const messages = async (): Promise<readonly { conversation: string; text: string; id: string }[]> =>
    (await stateOf(room)).messages
      .filter(({ removed }) => !removed)
      .map(({ thread, activity, id }) => ({
        conversation: thread,
        text: activity.text ?? '',
        id,
      }));

  chatsContract(async () => {
    const { chats } = await chatsInRoom(room);
    const { thread, id } = await newThread(room, { type: 'message', text: 'Een bericht' });
    return {
      chats,
      reached: { name: 'Bram Kok', email: BRAM },
      unreachable: { name: 'Frits Bakker', email: FRITS },
      thread,
      channel: 'Afval',
      async standing() {
        const shown = (await messages()).filter((one) => one.id !== id);
        return shown.map(({ conversation, text }) => ({
          conversation,
          tells: Object.entries(TELLS).find(([, key]) => text.endsWith(DUTCH.say(key)))?.[0] ?? text,
        }));
      },
      async deletes({ conversation, activity }) {
        assert.equal((await call(room, 'DELETE', at(conversation, `/activities/${activity}`))).status, 200);
      },
    };
  });

  it('a chat is begun once: it is remembered with who it is with', async () => {
    const { chats, installations, connector } = await chatsInRoom(room);
    const sent = await chats.send(BRAM, RENAMED);
    assert.ok(sent !== 'refused');
    const known = await installations.person(BRAM);
    assert.equal(known?.conversation, sent.conversation);
    assert.equal(known.name, 'Bram Kok');
    connector.openPersonal = () => Promise.reject(new Error('begun again'));
    assert.notEqual(await chats.send(BRAM, RENAMED), 'refused');
  });

  it('a member of the team is mentioned where others see it; who is not in the team is named', async () => {
    const { chats } = await chatsInRoom(room);
    await chats.sendIn({ in: 'channel', name: 'Afval' }, { name: 'Bram Kok', email: BRAM }, RENAMED);
    await chats.sendIn({ in: 'channel', name: 'Afval' }, { name: 'Esra Yilmaz', email: ESRA }, RENAMED);
    const sent = (await stateOf(room)).messages.map(({ activity }) => activity);
    assert.deepEqual(
      sent.map(({ text, entities }) => [text, (entities as readonly unknown[]).length]),
      [
        [`<at>Bram Kok</at> ${DUTCH.say('bot.channelRenamed')}`, 1],
        [`Esra Yilmaz ${DUTCH.say('bot.channelRenamed')}`, 0],
      ],
    );
  });
});
