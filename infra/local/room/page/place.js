// Where one is on the page.
import { el } from './dom.js';
import { maySee, model } from './model.js';

/** The conversation, thread or feed that the address names. */
export const addressed = () => decodeURIComponent(location.hash.slice(1));

/** The one in the address; else the first channel beside General, where the work is; else the chat. */
export function conversationFor(id) {
  const mine = [...model.conversations.values()].filter((conversation) => maySee(conversation));
  const channels = mine.filter((conversation) => conversation.kind === 'channel');
  return mine.find((conversation) => conversation.id === id) ?? channels[1] ?? channels[0] ?? mine[0];
}

export const heading = (name, about) => el('div', { class: 'title' }, el('h1', {}, name), el('p', {}, about));

export const isAtEnd = (box) => box.scrollHeight - box.scrollTop - box.clientHeight < 120;

const CAME_OF_IT_MS = 10_000;

/** Who takes a conversation wants to go on in the card that comes of it, which may stand below what is on the screen. */
export const cameOfMyClick = ({ from, thread }) =>
  from === null && thread === model.clicked.thread && Date.now() - model.clicked.at < CAME_OF_IT_MS;

export const bringIntoSight = (id) => document.getElementById(`m${id}`)?.scrollIntoView({ block: 'nearest' });

/** Where the page is scrolled to when it opens: the top of the newest thread, or the last message of a chat. */
export const newestOnPage = () => [...document.querySelectorAll('.thread > .message, .chat .message')].at(-1);

/** Scrolls to a message or thread and shows for a moment which one it is. */
export function bringUp(element) {
  element?.scrollIntoView({ block: 'start' });
  element?.classList.add('called');
  setTimeout(() => element?.classList.remove('called'), 2500);
}
