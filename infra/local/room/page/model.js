// What the page knows: the room's state, who I am, and what is only mine (versions of cards, half-written texts).
import { hasBeenRead } from './read-marks.js';

export const model = {
  organisation: '',
  bot: { id: '', name: 'Gehoor', answers: true },
  people: [],
  conversations: new Map(),
  messages: new Map(),
  me: null,
  /** Cards that the bot answered a click with: for that person, until the message is updated or the page reloaded. */
  versions: new Map(),
  /** What somebody typed and did not send: in reply boxes by thread, in cards by message. */
  drafts: new Map(),
  /** My last click on a card: in which thread, and when. */
  clicked: { thread: '', at: 0 },
};

export function fill(state) {
  model.organisation = state.organisation;
  model.bot = state.bot;
  model.people = state.people;
  model.conversations = new Map(state.conversations.map((conversation) => [conversation.id, conversation]));
  model.messages = new Map(state.messages.map((message) => [message.id, message]));
  model.me ??= model.people[0];
}

export const personByEmail = (email) => model.people.find((person) => person.email === email?.toLowerCase());
export const authorOf = (message) =>
  message.from === null ? model.bot.name : (personByEmail(message.from)?.name ?? message.from);

export function maySee(conversation, person = model.me) {
  return conversation.kind === 'channel' ? person.inTeam : conversation.person === person.email;
}

/** The card that this person was answered with, as long as the shared one has not been updated since. */
export function versionFor(message) {
  const version = model.versions.get(`${model.me.email} ${message.id}`);
  return version !== undefined && version.edited >= message.edited ? version.card : null;
}

export function keepVersion(person, message, card, edited) {
  model.versions.set(`${person.email} ${message}`, { card, edited });
}

export const draftKey = (what) => `${model.me.email} ${what}`;

/** Messages that somebody should see: where they are mentioned, and what stands in their own chat. Newest first. */
export function newsFor(person) {
  return [...model.messages.values()]
    .filter((message) => message.from !== person.email && !message.removed && concerns(message, person))
    .reverse();
}

export const unreadFor = (person) => newsFor(person).filter((message) => !hasBeenRead(person.email, message.id));

function concerns(message, person) {
  const conversation = model.conversations.get(message.conversation);
  if (conversation === undefined || !maySee(conversation, person)) return false;
  if (conversation.kind === 'chat') return true;
  const names = [person.id, person.aadObjectId, person.email];
  return entitiesOf(message.activity).some((entity) => names.includes(entity?.mentioned?.id));
}

/** Mentions stand beside the text, and inside a card under `msteams`. */
export function entitiesOf(activity) {
  const cards = (activity.attachments ?? []).flatMap((attachment) => attachment.content?.msteams?.entities ?? []);
  return [...(activity.entities ?? []), ...cards].filter((entity) => entity?.type === 'mention');
}

/** One line that says what a message is about. */
export function summaryOf(message) {
  const { summary, text, attachments } = message.activity;
  const inCard = attachments?.[0]?.content?.fallbackText;
  const line = [summary, text, inCard].find((candidate) => typeof candidate === 'string' && candidate.trim() !== '');
  return (line ?? '')
    .replace(/<\/?at>|\*\*/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
