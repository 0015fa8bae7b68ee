import { Connector } from '../../bot/connector.ts';
import { Members } from '../../bot/members.ts';
import { Pace } from '../../bot/pace.ts';
import { Paces } from '../../bot/paces.ts';
import { authenticationFor } from '../../bot/sign-in.ts';
import { createTeamsChats, type TeamsChatsParts } from '../../bot/teams-chats.ts';
import { webcareChannel } from '../../bot/webcare-channel.ts';
import { ROOM_BOT, ROOM_TEAM, ROOM_TENANT } from '../../infra/local/room/identity.ts';
import { noMetrics } from '../../services/ports/metrics.ts';
import { noTrace } from '../../services/ports/trace.ts';
import { type Room } from '../../infra/local/room/room.ts';
import { type Chats } from '../../services/ports/chats.ts';
import { WEBCARE } from '../infra/room-fixture.ts';
import { createManualClock } from './manual-clock.ts';
import { createMemoryInstallations } from './memory/memory-installations.ts';
import { DUTCH } from './views.ts';

export interface ChatsInRoom extends TeamsChatsParts {
  readonly chats: Chats;
}

/** The bot's own way to people, without limits, in a room in which it is installed. */
export async function chatsInRoom(room: Room): Promise<ChatsInRoom> {
  const clock = createManualClock();
  const installations = createMemoryInstallations();
  await installations.saveChannel({
    tenant: ROOM_TENANT,
    serviceUrl: room.url,
    bot: ROOM_BOT.id,
    team: ROOM_TEAM,
    channel: WEBCARE,
    channelName: 'Webcare',
    trouble: null,
    updatedAt: clock.now(),
  });
  const connector = new Connector({
    authentication: authenticationFor({ type: 'none' }),
    botId: '',
    metrics: noMetrics,
    trace: noTrace,
  });
  const parts: TeamsChatsParts = {
    connector,
    installations,
    members: new Members(connector, installations, clock),
    inChannel: webcareChannel(installations, new Pace(() => clock.now(), [])),
    paces: new Paces(() => clock.now(), []),
    words: DUTCH,
    clock,
  };
  return { ...parts, chats: createTeamsChats(parts) };
}
