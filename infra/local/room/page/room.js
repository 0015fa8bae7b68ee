// Starts the page and keeps it in step with the room.
import { drawActivity } from './activity.js';
import { follow, readState } from './api.js';
import { el } from './dom.js';
import { keepTyped, redrawMessage } from './messages.js';
import { authorOf, fill, maySee, model, personByEmail, summaryOf, unreadFor } from './model.js';
import { announce, drawBanner, setConnected } from './notices.js';
import { markRead } from './read-marks.js';
import {
  addressed,
  bringIntoSight,
  bringUp,
  cameOfMyClick,
  conversationFor,
  heading,
  isAtEnd,
  newestOnPage,
} from './place.js';
import { ACTIVITY, drawSide, nameOf } from './side.js';
import { drawConversation, messagesOf, placeMessage, unfold } from './threads.js';
import { drawPeople, startTop } from './top.js';
import { say, speak } from './words.js';
import { writeBox } from './write-box.js';

const main = document.getElementById('main');
/** The channel, chat or feed that is on the page. */
let open = '';

function become(person) {
  keepTyped();
  model.me = person;
  const address = new URL(location.href);
  address.searchParams.set('as', person.email);
  history.replaceState(null, '', address);
  drawPeople();
  show();
}

/** Draws what the address says: a conversation, one of its threads, or the feed. */
function show() {
  const wanted = addressed();
  const conversation = conversationFor(wanted.split(';')[0]);
  open = wanted === ACTIVITY ? ACTIVITY : (conversation?.id ?? '');
  document.body.classList.remove('side-open');
  document.getElementById('menu').setAttribute('aria-expanded', 'false');
  if (open === ACTIVITY) showActivity();
  else if (conversation === undefined)
    main.replaceChildren(el('p', { class: 'nothing' }, say('noPlace', model.me.name)));
  else showConversation(conversation, wanted.includes(';') ? wanted : null);
  drawNews();
}

function showActivity() {
  const feed = drawActivity(jump, () => read(unreadFor(model.me)));
  main.replaceChildren(heading(say('activity'), say('activityAbout')), el('div', { class: 'scroll' }, feed));
}

function showConversation(conversation, thread) {
  const channel = conversation.kind === 'channel';
  const about = channel ? say('channelAbout', model.organisation) : say('chatAbout', model.me.name);
  const nothing = el('p', { class: 'nothing', id: 'nothing' }, say(channel ? 'empty' : 'emptyChat'));
  nothing.hidden = messagesOf(conversation.id).length > 0;
  const scroll = el(
    'div',
    { class: `scroll ${conversation.kind}`, id: 'scroll' },
    nothing,
    drawConversation(conversation, thread),
  );
  const newest = el('button', { class: 'newest', type: 'button', hidden: true }, `${say('toNewest')} ↓`);
  newest.addEventListener('click', () => scroll.scrollTo({ top: scroll.scrollHeight }));
  scroll.addEventListener('scroll', () => {
    if (isAtEnd(scroll)) newest.hidden = true;
  });
  const box = writeBox(conversation.id, { label: say(channel ? 'newPost' : 'write'), inChannel: channel });
  main.replaceChildren(heading(nameOf(conversation), about), scroll, newest, el('div', { class: 'foot' }, box));
  scroll.scrollTop = scroll.scrollHeight;
  if (thread !== null) bringUp(document.querySelector(`[data-thread="${CSS.escape(thread)}"]`));
  if (!channel) read(unreadFor(model.me).filter((message) => message.conversation === conversation.id));
}

/** Goes to a message, from the feed. */
function jump(message) {
  read([message]);
  keepTyped();
  history.pushState(null, '', `#${encodeURIComponent(message.thread)}`);
  show();
  const element = document.getElementById(`m${message.id}`);
  unfold(element?.closest('.thread'));
  bringUp(element);
  element?.focus({ preventScroll: true });
}

function read(messages) {
  const ids = messages.map((message) => message.id);
  if (!markRead(model.me.email, ids)) return;
  if (open === ACTIVITY) showActivity();
  drawNews();
}

function drawNews() {
  drawPeople();
  drawSide(open, become);
  const count = unreadFor(model.me).length;
  const name =
    open === ACTIVITY ? say('activity') : model.conversations.has(open) ? nameOf(model.conversations.get(open)) : '';
  document.title = `${count > 0 ? `(${count}) ` : ''}${name} · ${model.organisation}`;
}

function take(message) {
  const known = model.messages.get(message.id);
  if (known !== undefined && isNoNews(known, message)) return;
  model.messages.set(message.id, message);
  if (message.conversation === open) {
    const scroll = document.getElementById('scroll');
    const atEnd = isAtEnd(scroll);
    document.getElementById('nothing').hidden = true;
    if (known === undefined) placeMessage(message);
    else redrawMessage(message.id);
    if (known === undefined && cameOfMyClick(message)) bringIntoSight(message.id);
    else if (atEnd) scroll.scrollTop = scroll.scrollHeight;
    else if (known === undefined) main.querySelector('.newest').hidden = false;
    const chat = model.conversations.get(open).kind === 'chat';
    if (chat && document.visibilityState === 'visible') markRead(model.me.email, [message.id]);
  }
  if (open === ACTIVITY) showActivity();
  if (known === undefined) tell(message);
  drawNews();
}

/** The state that is read after a lost connection may be older than what has come in since. */
const isNoNews = (known, { edited, removed }) =>
  edited < known.edited || (known.removed && !removed) || (edited === known.edited && removed === known.removed);

function tell(message) {
  const conversation = model.conversations.get(message.conversation);
  if (message.from === model.me.email || !maySee(conversation)) return;
  announce(say('newMessage', authorOf(message), nameOf(conversation), summaryOf(message)));
}

/** After a lost connection: whatever changed meanwhile, and nothing else. */
async function catchUp() {
  // What comes in while the state is on its way may be missing in it.
  const before = [...model.messages.keys()];
  const state = await readState();
  const here = new Set(state.messages.map((message) => message.id));
  if (before.some((id) => !here.has(id))) {
    // The room started again with other messages than it had.
    fill(state);
    show();
  }
  model.bot = state.bot;
  for (const conversation of state.conversations) model.conversations.set(conversation.id, conversation);
  for (const message of state.messages) take(message);
  setConnected(true);
  drawNews();
}

/** Working in a thread is having seen what it says. */
function seen(event) {
  const thread = event.target.closest?.('.thread')?.dataset.thread;
  if (thread !== undefined) read(unreadFor(model.me).filter((message) => message.thread === thread));
}

async function start() {
  const state = await readState();
  fill(state);
  speak(state.language);
  model.me = personByEmail(new URL(location.href).searchParams.get('as')) ?? model.me;
  startTop(become);
  show();
  drawBanner();
  globalThis.addEventListener('hashchange', () => {
    keepTyped();
    show();
  });
  main.addEventListener('pointerdown', seen);
  main.addEventListener('keydown', seen);
  document.getElementById('skip').addEventListener('click', (event) => {
    event.preventDefault();
    (newestOnPage() ?? main).focus();
  });
  document.getElementById('menu').addEventListener('click', () => {
    const shown = document.body.classList.toggle('side-open');
    document.getElementById('menu').setAttribute('aria-expanded', String(shown));
    if (shown) document.querySelector('#side a').focus();
  });
  follow({
    open: catchUp,
    lost: () => setConnected(false),
    message: take,
    conversation: (conversation) => {
      model.conversations.set(conversation.id, conversation);
      drawNews();
    },
    bot: (answers) => {
      model.bot = { ...model.bot, answers };
      drawBanner();
    },
  });
}

await start();
