import { randomUUID } from 'node:crypto';
import { type Activity, channelOf } from './activity.ts';
import { chatId, objectId, personId, ROOM_BOT, ROOM_GROUP, ROOM_TEAM, ROOM_TENANT } from './identity.ts';
import { type UploadInfo } from './files.ts';
import { type RoomPerson } from './people.ts';

/** Where an activity happens and who does it. `conversation` holds the thread. */
export interface Scene {
  readonly person: RoomPerson;
  readonly conversation: string;
  readonly kind: 'channel' | 'chat';
  readonly serviceUrl: string;
}

/** What the person wrote, as Teams tells the bot. `said` is the stored message's own activity. */
export function messageTo(scene: Scene, said: Activity): Activity {
  const base = envelope(scene);
  return { ...base, ...said, entities: [...listed(said), ...listed(base)] };
}

/** A click on Action.Submit: a message without text that answers the card. */
export function submitTo(scene: Scene, replyToId: string, value: unknown): Activity {
  return { ...envelope(scene), type: 'message', id: `f:${randomUUID()}`, replyToId, value };
}

/** A click on Action.Execute. */
export function invokeTo(scene: Scene, replyToId: string, verb: string, data: unknown): Activity {
  const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
  return { ...envelope(scene), type: 'invoke', id: `f:${randomUUID()}`, name: 'adaptiveCard/action', replyToId, value };
}

/** Somebody's yes or no to a file that the bot offered, with what the bot wrote on that button. */
export function fileAnswerTo(
  scene: Scene,
  replyToId: string,
  answer: { readonly context: unknown; readonly upload: UploadInfo | null },
): Activity {
  const { context, upload } = answer;
  const value =
    upload === null
      ? { type: 'fileUpload', action: 'decline', context }
      : { type: 'fileUpload', action: 'accept', context, uploadInfo: upload };
  return { ...envelope(scene), type: 'invoke', id: `f:${randomUUID()}`, name: 'fileConsent/invoke', replyToId, value };
}

/**
 * What Teams sends when the app is added to the team: the installation, and the bot as a new member of General.
 * `channel` is the one that was chosen at the installation.
 */
export function teamInstall(
  person: RoomPerson,
  team: string,
  channel: { id: string; name: string },
  serviceUrl: string,
): Activity[] {
  const base = envelope({ person, conversation: ROOM_TEAM, kind: 'channel', serviceUrl });
  const channelData = {
    team: { id: ROOM_TEAM, name: team, aadGroupId: ROOM_GROUP },
    channel: { id: ROOM_TEAM },
    tenant: { id: ROOM_TENANT },
    settings: { selectedChannel: { id: channel.id, name: channel.name } },
  };
  return [
    { ...base, id: randomUUID(), type: 'installationUpdate', action: 'add', channelData },
    {
      ...base,
      id: randomUUID(),
      type: 'conversationUpdate',
      membersAdded: [{ id: ROOM_BOT.id }],
      channelData: { ...channelData, eventType: 'teamMemberAdded' },
    },
  ];
}

/** What Teams sends when a person adds the app for oneself. */
export function personalInstall(person: RoomPerson, serviceUrl: string): Activity[] {
  const base = envelope({ person, conversation: chatId(person.email), kind: 'chat', serviceUrl });
  return [
    { ...base, id: randomUUID(), type: 'installationUpdate', action: 'add' },
    { ...base, id: randomUUID(), type: 'conversationUpdate', membersAdded: [{ id: ROOM_BOT.id }] },
  ];
}

function listed(activity: Partial<Activity>): unknown[] {
  const entities: unknown = activity['entities'];
  return Array.isArray(entities) ? (entities as unknown[]) : [];
}

function envelope({ person, conversation, kind, serviceUrl }: Scene): Omit<Activity, 'type'> {
  const tenant = { id: ROOM_TENANT };
  const channel = channelOf(conversation);
  const place =
    kind === 'channel'
      ? {
          conversation: { id: conversation, conversationType: 'channel', isGroup: true, tenantId: ROOM_TENANT },
          channelData: {
            teamsChannelId: channel,
            teamsTeamId: ROOM_TEAM,
            channel: { id: channel },
            team: { id: ROOM_TEAM },
            tenant,
          },
        }
      : {
          conversation: { id: conversation, conversationType: 'personal', tenantId: ROOM_TENANT },
          channelData: { tenant },
        };
  return {
    channelId: 'msteams',
    serviceUrl,
    timestamp: new Date().toISOString(),
    locale: 'nl-NL',
    localTimezone: 'Europe/Amsterdam',
    from: { id: personId(person.email), name: person.name, aadObjectId: objectId(person.email) },
    recipient: { id: ROOM_BOT.id, name: ROOM_BOT.name },
    entities: [{ type: 'clientInfo', locale: 'nl-NL', country: 'NL', platform: 'Web', timezone: 'Europe/Amsterdam' }],
    ...place,
  };
}
