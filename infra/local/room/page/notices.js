import { el } from './dom.js';
import { model } from './model.js';
import { say } from './words.js';

const SHOWN_MS = 8000;
let connected = true;

/** A short notice in the corner that goes by itself. */
export function toast(text) {
  const note = el('div', { class: 'toast' }, text);
  document.getElementById('toasts').append(note);
  setTimeout(() => note.remove(), SHOWN_MS);
}

/** For who listens instead of looks. */
export function announce(text) {
  document.getElementById('live').textContent = text;
}

/** A notice under a message. An error stays until the next click there; other notices go by themselves. */
export function noticeUnder(message, kind, text) {
  const place = document.getElementById(`m${message}`)?.querySelector(':scope > .notices');
  if (!place) return toast(text);
  const note = el('div', { class: `notice ${kind}`, role: kind === 'error' ? 'alert' : 'status' }, text);
  place.replaceChildren(note);
  if (kind !== 'error') setTimeout(() => note.remove(), SHOWN_MS);
}

export function clearNotice(message) {
  document.getElementById(`m${message}`)?.querySelector(':scope > .notices')?.replaceChildren();
}

export function setConnected(value) {
  connected = value;
  drawBanner();
}

/** Says what does not work at the moment; the room's own line comes first. */
export function drawBanner() {
  const banner = document.getElementById('banner');
  const text = !connected ? say('roomAway') : !model.bot.answers ? say('botAway') : '';
  banner.hidden = text === '';
  if (banner.textContent !== text) banner.textContent = text;
}
