// A channel with its threads, or a chat.
import { el } from './dom.js';
import { drawMessage } from './messages.js';
import { model, summaryOf } from './model.js';
import { say } from './words.js';
import { writeBox } from './write-box.js';

const FOLD_ABOVE = 6;
const THREADS_AT_ONCE = 30;

export const messagesOf = (conversation) =>
  [...model.messages.values()].filter((message) => message.conversation === conversation);

/** The list of everything in the conversation. `wanted` is a thread that must be among what is shown. */
export function drawConversation(conversation, wanted) {
  const all = messagesOf(conversation.id);
  const list = el('div', { class: 'list', id: 'list' });
  if (conversation.kind === 'chat') {
    list.append(...all.map(drawMessage));
    return list;
  }
  const threads = [...Map.groupBy(all, (message) => message.thread).entries()];
  const at = threads.findIndex(([thread]) => thread === wanted);
  const first = Math.max(0, Math.min(threads.length - THREADS_AT_ONCE, at === -1 ? Infinity : at));
  if (first > 0) list.append(earlier(list, threads.slice(0, first)));
  list.append(...threads.slice(first).map(([thread, messages]) => drawThread(thread, messages)));
  return list;
}

function earlier(list, threads) {
  const button = el('button', { class: 'earlier', type: 'button' }, say('earlierThreads', threads.length));
  button.addEventListener('click', () => {
    const next = threads.slice(-THREADS_AT_ONCE);
    const rest = threads.slice(0, -THREADS_AT_ONCE);
    const drawn = next.map(([thread, messages]) => drawThread(thread, messages));
    button.replaceWith(...(rest.length > 0 ? [earlier(list, rest)] : []), ...drawn);
    drawn.at(-1).querySelector('.message').focus();
  });
  return button;
}

function drawThread(thread, messages) {
  const [root, ...replies] = messages;
  const element = el(
    'section',
    { class: 'thread', 'data-thread': thread, 'aria-label': say('thread', summaryOf(root).slice(0, 60)) },
    drawMessage(root),
    el('div', { class: 'replies' }, ...replies.map(drawMessage)),
    writeBox(thread, { label: say('reply'), inChannel: true }),
  );
  fold(element);
  return element;
}

/** Hides all but the last replies and the cards one can act on behind a button, unless somebody opened or is busy in them. */
function fold(thread) {
  const replies = thread.querySelector('.replies');
  if (replies.dataset.open === 'yes') return;
  replies.querySelector('.earlier')?.remove();
  const old = [...replies.children].slice(0, -FOLD_ABOVE);
  for (const reply of old) reply.hidden = !reply.contains(document.activeElement) && !canBeActedOn(reply);
  const hidden = old.filter((reply) => reply.hidden);
  if (hidden.length === 0) return;
  const count = hidden.length === 1 ? say('earlierReply') : say('earlierReplies', hidden.length);
  const button = el('button', { class: 'earlier', type: 'button' }, count);
  button.addEventListener('click', () => {
    unfold(thread);
    hidden[0].focus();
  });
  replies.prepend(button);
}

const canBeActedOn = (reply) => reply.querySelector('.ac-pushButton') !== null;

export function unfold(thread) {
  const replies = thread?.querySelector('.replies');
  if (!replies) return;
  replies.dataset.open = 'yes';
  replies.querySelector('.earlier')?.remove();
  for (const reply of replies.children) reply.hidden = false;
}

/** Puts a new message in its place on the page. */
export function placeMessage(message) {
  const list = document.getElementById('list');
  const conversation = model.conversations.get(message.conversation);
  if (conversation.kind === 'chat') return list.append(drawMessage(message));
  const thread = list.querySelector(`[data-thread="${CSS.escape(message.thread)}"]`);
  if (thread === null) {
    // A thread that is not on the page but behind "earlier" stays there until it is asked for.
    if (message.thread.endsWith(`=${message.id}`)) list.append(drawThread(message.thread, [message]));
    return undefined;
  }
  thread.querySelector('.replies').append(drawMessage(message));
  return fold(thread);
}
