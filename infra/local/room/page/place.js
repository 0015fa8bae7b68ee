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

/** Scrolls to a message or thread and shows for a moment which one it is. */
export function bringUp(element) {
  element?.scrollIntoView({ block: 'start' });
  element?.classList.add('called');
  setTimeout(() => element?.classList.remove('called'), 2500);
}
