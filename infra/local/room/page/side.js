// The list on the left: activity, channels, chats, and who else has news.
import { el } from './dom.js';
import { icon } from './icons.js';
import { maySee, model, unreadFor } from './model.js';
import { say } from './words.js';

export const ACTIVITY = 'activiteit';

export function nameOf(conversation) {
  if (conversation.kind === 'chat') return model.bot.name;
  return conversation.name === 'General' ? say('general') : conversation.name;
}

/** `become` makes the page another person's. */
export function drawSide(open, become) {
  const side = document.getElementById('side');
  const mine = [...model.conversations.values()].filter((conversation) => maySee(conversation));
  const channels = mine.filter((conversation) => conversation.kind === 'channel');
  const chats = mine.filter((conversation) => conversation.kind === 'chat');
  const unread = unreadFor(model.me);
  const unreadIn = (id) => unread.filter((message) => message.conversation === id).length;
  side.setAttribute('aria-label', say('side'));
  keepingFocus(side, () =>
    side.replaceChildren(
      el('ul', {}, entry(ACTIVITY, 'activity', say('activity'), unread.length, open)),
      el('h2', {}, say('channels')),
      channels.length === 0
        ? el('p', { class: 'none' }, say('notInTeam', model.me.name))
        : el('ul', {}, ...channels.map((c) => entry(c.id, 'channel', nameOf(c), unreadIn(c.id), open))),
      el('h2', {}, say('chats')),
      chats.length === 0
        ? el('p', { class: 'none' }, say('noChats'))
        : el('ul', {}, ...chats.map((c) => entry(c.id, 'chat', nameOf(c), unreadIn(c.id), open))),
      ...othersWithNews(become),
    ),
  );
}

function entry(id, sign, name, count, open) {
  const link = el(
    'a',
    { href: `#${encodeURIComponent(id)}`, 'data-go': id, 'aria-current': id === open ? 'page' : null },
    el('span', { class: 'sign' }, icon(sign)),
    el('span', { class: 'name' }, name),
    badge(count),
  );
  return el('li', {}, link);
}

function badge(count) {
  if (count === 0) return null;
  const shown = el('span', { 'aria-hidden': 'true' }, count > 99 ? '99+' : String(count));
  return el('span', { class: 'badge' }, shown, el('span', { class: 'unseen' }, say('count', count)));
}

function othersWithNews(become) {
  const others = model.people
    .filter((person) => person !== model.me)
    .map((person) => ({ person, count: unreadFor(person).length }))
    .filter(({ count }) => count > 0);
  if (others.length === 0) return [];
  const buttons = others.map(({ person, count }) => {
    const label = say('become', person.name, count);
    const button = el('button', { type: 'button', 'data-go': person.email, title: label });
    button.append(el('span', { class: 'name' }, person.name), badge(count));
    button.addEventListener('click', () => become(person));
    return el('li', {}, button);
  });
  return [el('h2', {}, say('newForOthers')), el('ul', { class: 'others' }, ...buttons)];
}

/** The list is drawn anew at every news; who stands on an entry stays there. */
function keepingFocus(side, draw) {
  const at = side.contains(document.activeElement) ? document.activeElement.dataset.go : undefined;
  draw();
  if (at !== undefined) side.querySelector(`[data-go="${CSS.escape(at)}"]`)?.focus({ preventScroll: true });
}
