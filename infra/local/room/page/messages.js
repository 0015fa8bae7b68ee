// One message: who, when, and its text and cards.
import { drawCard, drawText } from './cards.js';
import * as clicks from './clicks.js';
import { drawFile, isFile } from './files.js';
import { avatar, el } from './dom.js';
import { withMentions } from './mentions.js';
import { authorOf, draftKey, entitiesOf, model, versionFor } from './model.js';
import { toast } from './notices.js';
import { moment, say } from './words.js';

/** Reads what stands in the inputs of each card on the page, by message. */
const inputs = new Map();

export function drawMessage(message) {
  const bot = message.from === null;
  const head = el(
    'header',
    { class: 'head', id: `h${message.id}` },
    el('span', { class: 'name' }, authorOf(message)),
    el('time', { datetime: message.created }, moment(message.created)),
  );
  const element = el(
    'article',
    {
      class: message.from === model.me.email ? 'message mine' : 'message',
      id: `m${message.id}`,
      tabindex: '-1',
      'aria-labelledby': `h${message.id}`,
    },
    avatar(authorOf(message), bot ? 'bot' : ''),
    head,
    el('div', { class: 'body' }),
    el('div', { class: 'notices' }),
  );
  fillMessage(element, message);
  return element;
}

/** Draws the message anew where it stands; everything around it stays as it is. */
export function redrawMessage(id) {
  const element = document.getElementById(`m${id}`);
  if (element === null) return;
  const hadFocus =
    element !== document.activeElement && element.querySelector('.body').contains(document.activeElement);
  fillMessage(element, model.messages.get(id));
  if (hadFocus) element.focus({ preventScroll: true });
}

function fillMessage(element, message) {
  const { activity } = message;
  const version = versionFor(message);
  const saved = model.drafts.get(draftKey(message.id));
  const key = keyOf(message, version);
  inputs.delete(message.id);
  const parts = message.removed ? [el('p', { class: 'gone' }, say('removed'))] : [];
  const entities = entitiesOf(activity);
  if (activity.text) parts.push(drawWords(message, entities));
  for (const [at, attachment] of (activity.attachments ?? []).entries()) {
    if (isFile(attachment)) {
      parts.push(drawFile(attachment, (accept) => clicks.answerFile(message, accept)));
      continue;
    }
    if (attachment.contentType !== 'application/vnd.microsoft.card.adaptive') {
      parts.push(el('p', { class: 'gone' }, say('cannotShow')));
      continue;
    }
    const { element: card, inputs: read } = drawCard((at === 0 && version) || attachment.content, {
      typed: saved?.key === key ? saved.values : {},
      execute: (verb, data) => clicks.execute(message, verb, data, () => redrawMessage(message.id)),
      submit: (data) => clicks.submit(message, data),
      refuse: toast,
    });
    if (at === 0) inputs.set(message.id, { read, key });
    parts.push(card);
  }
  element.querySelector(':scope > .body').replaceChildren(...parts);
  drawMarks(element, message, version !== null);
}

function drawWords(message, entities) {
  const { text, textFormat } = message.activity;
  if (message.from === null && textFormat !== 'plain') return drawText(text, entities, toast);
  return el('p', { class: 'words' }, ...withMentions(text, entities));
}

function drawMarks(element, message, onlyMine) {
  const head = element.querySelector(':scope > .head');
  for (const mark of head.querySelectorAll('.mark')) mark.remove();
  if (message.edited > 0 && !message.removed) head.append(el('span', { class: 'mark' }, say('edited')));
  if (onlyMine) head.append(el('span', { class: 'mark mine' }, say('onlyYou')));
}

const keyOf = (message, version) => `${message.edited} ${version === null ? '' : JSON.stringify(version).length}`;

/** Keeps what I typed in cards, before another person or another place comes on the page. */
export function keepTyped() {
  for (const [id, { read, key }] of inputs) {
    const values = read();
    if (Object.keys(values).length > 0) model.drafts.set(draftKey(id), { key, values });
  }
  inputs.clear();
}
