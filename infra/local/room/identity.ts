import { createHash } from 'node:crypto';
import { type Account } from './activity.ts';

/** The tenant that everything in the room belongs to. */
export const ROOM_TENANT = '6e1f7a52-0c1d-4b7e-9a55-2f6d3c8b9e10';

/** The bot as the room knows it. */
export const ROOM_BOT: Account = { id: '28:gehoor', name: 'Gehoor' };

/** The team's id, which in Teams is also the id of its General channel. */
export const ROOM_TEAM = '19:team@thread.tacv2';

/** The team's Entra group. */
export const ROOM_GROUP = uuidOf('team');

/** The bot's own id for a person, the same after every restart. */
export function personId(email: string): string {
  return `29:${digest(email).slice(0, 43)}`;
}

/** A person's Entra object id, the same after every restart. */
export function objectId(email: string): string {
  return uuidOf(email);
}

/** The id of the 1:1 chat between a person and the bot. */
export function chatId(email: string): string {
  return `a:${digest(`chat ${email}`).slice(0, 60)}`;
}

/** The id of a channel, from its name; General has the team's own id. */
export function channelId(name: string): string {
  if (name === 'General') return ROOM_TEAM;
  const slug = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `19:${slug}@thread.tacv2`;
}

function digest(text: string): string {
  return createHash('sha512').update(text).digest('base64url');
}

/** A valid version 4 uuid that depends on the text alone. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
