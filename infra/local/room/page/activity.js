// My activity feed: where I am mentioned, and what stands in my chat.
import { avatar, el } from './dom.js';
import { authorOf, model, newsFor, summaryOf } from './model.js';
import { hasBeenRead } from './read-marks.js';
import { nameOf } from './side.js';
import { moment, say } from './words.js';

const SHOWN = 50;

export function drawActivity(jump, allRead) {
  const news = newsFor(model.me).slice(0, SHOWN);
  if (news.length === 0) return el('p', { class: 'nothing' }, say('noActivity'));
  const button = el('button', { class: 'plain', type: 'button', onclick: allRead }, say('allRead'));
  return el('div', { class: 'feed' }, button, el('ul', {}, ...news.map((message) => item(message, jump))));
}

function item(message, jump) {
  const conversation = model.conversations.get(message.conversation);
  const author = authorOf(message);
  const what =
    conversation.kind === 'chat' ? say('wroteYou', author) : say('mentionedYou', author, nameOf(conversation));
  const read = hasBeenRead(model.me.email, message.id);
  const button = el(
    'button',
    { type: 'button', class: read ? '' : 'new' },
    avatar(author, message.from === null ? 'bot' : ''),
    el('span', { class: 'what' }, what, read ? null : el('span', { class: 'unseen' }, `, ${say('count', 1)}`)),
    el('time', { datetime: message.created }, moment(message.created)),
    el('span', { class: 'line' }, summaryOf(message)),
  );
  button.addEventListener('click', () => jump(message));
  return el('li', {}, button);
}
