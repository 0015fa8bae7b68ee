// Where one writes: a reply in a thread, a new conversation in a channel, a message in a chat.
import * as api from './api.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { draftKey, model } from './model.js';
import { toast } from './notices.js';
import { say } from './words.js';

/** `label` names what is written here; `inChannel` gives the @Gehoor switch, since elsewhere Gehoor hears everything. */
export function writeBox(conversation, { label, inChannel }) {
  const key = draftKey(`write ${conversation}`);
  const area = el('textarea', { rows: '1', 'aria-label': label, placeholder: label, maxlength: '10000' });
  area.value = model.drafts.get(key) ?? '';
  const mention = el(
    'button',
    { class: 'at', type: 'button', 'aria-pressed': 'true', title: say('mentionTitle') },
    say('mention'),
  );
  mention.addEventListener('click', () => {
    mention.setAttribute('aria-pressed', String(mention.getAttribute('aria-pressed') !== 'true'));
  });
  const button = el(
    'button',
    { class: 'send', type: 'submit', 'aria-label': say('send'), title: say('send') },
    icon('send'),
  );
  const form = el('form', { class: 'write' }, area, el('div', { class: 'tools' }, inChannel ? mention : null, button));

  const fit = () => {
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight + 2, 180)}px`;
    form.classList.toggle('filled', area.value !== '');
  };
  area.addEventListener('input', () => {
    model.drafts.set(key, area.value);
    fit();
  });
  area.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = area.value.trim();
    if (text === '') return;
    area.value = '';
    model.drafts.delete(key);
    fit();
    const mentioned = inChannel && mention.getAttribute('aria-pressed') === 'true';
    send({ as: model.me.email, conversation, text, mention: mentioned }, () => {
      if (area.value === '') area.value = text;
      model.drafts.set(key, area.value);
      fit();
    });
  });
  return form;
}

async function send(body, giveBack) {
  try {
    const { delivered } = await api.sayTo(body);
    if (delivered !== null && (delivered.status === null || delivered.status >= 300)) toast(say('notSent'));
  } catch {
    // Nothing was written at all: the words go back into the box.
    giveBack();
    toast(say('notSent'));
  }
}
