// A file that the bot offers, and one that stands in the chat, the way Teams shows them.
import { el } from './dom.js';
import { say } from './words.js';

const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const INFO = 'application/vnd.microsoft.teams.card.file.info';

export const isFile = ({ contentType }) => contentType === CONSENT || contentType === INFO;

/** `answer(accept)` is called with the choice of the person. */
export function drawFile({ contentType, contentUrl, name, content }, answer) {
  if (contentType === INFO) {
    // Only what the room itself keeps: a file elsewhere is not opened from here.
    const own = new URL(contentUrl, location.href).origin === location.origin;
    const link = own ? el('a', { href: contentUrl, download: name }, say('fileOpen', name)) : el('span', {}, name);
    return el('div', { class: 'file' }, link);
  }
  const size = Math.max(1, Math.round(content.sizeInBytes / 1024));
  return el(
    'div',
    { class: 'file' },
    el('strong', {}, say('fileOffered', name, size)),
    el('p', {}, content.description),
    el(
      'div',
      { class: 'choices' },
      el('button', { type: 'button', onclick: () => answer(true) }, say('fileAccept')),
      el('button', { type: 'button', onclick: () => answer(false) }, say('fileDecline')),
    ),
  );
}
