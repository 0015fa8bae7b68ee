import assert from 'node:assert/strict';
import { createTeamsAlerts } from '../../bot/teams-alerts.ts';
import { chatId, ROOM_TENANT } from '../../infra/local/room/identity.ts';
import { type Room } from '../../infra/local/room/room.ts';
import { type Alert } from '../../services/domain/alert.ts';
import { type Alerts } from '../../services/ports/alerts.ts';
import { Fault } from '../../services/ports/fault.ts';
import { type Installations } from '../../services/ports/installations.ts';
import { type ChatsInRoom, chatsInRoom } from '../support/chats-in-room.ts';
import { settings } from '../support/dialogue-facts.ts';
import { DUTCH } from '../support/views.ts';
import { ANNA, BRAM, call, ESRA, FRITS, startTestRoom, stateOf, WEBCARE } from '../infra/room-fixture.ts';

const RENAMED: Alert = { what: 'channel', trouble: 'renamed' };

describe('An alert in Teams', () => {
  let room: Room;
  let installations: Installations;
  let world: ChatsInRoom;
  let logged: string[];
  beforeEach(async () => {
    room = await startTestRoom({ url: 'http://127.0.0.1:9/nobody' });
    logged = [];
    world = await chatsInRoom(room);
    ({ installations } = world);
  });
  afterEach(() => room.close());

  /** Alerts to a team in which these are the coordinators. */
  function alertsTo(...emails: readonly string[]): Alerts {
    const log = (message: string): void => void logged.push(message);
    return createTeamsAlerts({
      ...world,
      settings: {
        ...settings,
        team: emails.map((email) => ({ name: email, email, initials: null, roles: ['coordinator'] })),
      },
      log: { info: log, warn: log, error: log },
    });
  }

  const standing = async (): Promise<readonly (readonly [string, string | undefined])[]> =>
    (await stateOf(room)).messages.map(({ conversation, activity }) => [conversation, activity.text] as const);

  it('to the channel is a new message of its own there', async () => {
    await alertsTo().toChannel(RENAMED);
    assert.deepEqual(await standing(), [[WEBCARE, DUTCH.say('bot.channelRenamed')]]);
    const [message] = (await stateOf(room)).messages;
    assert.equal(message?.thread, `${WEBCARE};messageid=${message?.id}`);
  });

  it('to the channel is a fault while there is none, or when Teams does not take it', async () => {
    const known = (await installations.channel())!;
    await installations.saveChannel({ ...known, trouble: 'deleted' });
    await assert.rejects(alertsTo().toChannel(RENAMED), (fault) => fault instanceof Fault && fault.source === 'teams');
    await installations.saveChannel({ ...known, serviceUrl: 'http://127.0.0.1:9' });
    await assert.rejects(alertsTo().toChannel(RENAMED), Fault);
  });

  it('reaches a coordinator in the chat they began, and one in the team who never did', async () => {
    const { people } = await stateOf(room);
    const teamsId = people.find(({ email }) => email === ESRA)?.id ?? '';
    await installations.savePerson({
      email: ESRA,
      name: 'Esra Yilmaz',
      teamsId,
      aadObjectId: null,
      tenant: ROOM_TENANT,
      serviceUrl: room.url,
      conversation: chatId(ESRA),
      updatedAt: world.clock.now(),
    });
    await alertsTo(ESRA, BRAM).toCoordinators(RENAMED);
    const chats = (await standing()).map(([conversation]) => conversation).sort();
    assert.deepEqual(chats, [chatId(ESRA), chatId(BRAM)].sort());
    assert.deepEqual(logged, []);
  });

  it('passes by who cannot be reached, and logs it when that is everybody', async () => {
    await alertsTo(FRITS, ANNA).toCoordinators(RENAMED);
    assert.deepEqual(await standing(), [[chatId(ANNA), DUTCH.say('bot.channelRenamed')]]);
    assert.deepEqual(logged, []);
    await alertsTo(FRITS).toCoordinators(RENAMED);
    await alertsTo().toCoordinators(RENAMED);
    assert.equal(logged.length, 2);
    assert.match(logged[0]!, /no coordinator can be told/);
  });

  it('is a fault when Teams fails and nobody was told; else who was told is not bothered again', async () => {
    const rules = [{ match: { path: `${chatId(ANNA)}/activities` }, status: 503, times: 2 }];
    assert.equal((await call(room, 'POST', '/api/misbehave', { rules })).status, 200);
    await assert.rejects(alertsTo(ANNA).toCoordinators(RENAMED), Fault);
    await alertsTo(ANNA, BRAM).toCoordinators(RENAMED);
    assert.deepEqual(
      (await standing()).map(([conversation]) => conversation),
      [chatId(BRAM)],
    );
    assert.deepEqual(logged, Array(2).fill('a coordinator could not be told'));
  });
});
