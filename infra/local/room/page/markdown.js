// Teams knows bold, italic, lists and links in a card's text, and nothing else of markdown; never HTML.
const markdown = new globalThis.markdownit('zero', { html: false, breaks: true }).enable([
  'emphasis',
  'list',
  'link',
  'escape',
  'entity',
  'newline',
]);
markdown.validateLink = (url) => isSafe(url) || /^(mailto|tel):/i.test(url);

export const toHtml = (text) => markdown.render(text);

/** Whether an address may be opened: https, or something on this very machine. */
export function isSafe(url) {
  try {
    const { protocol, hostname } = new URL(url);
    return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname));
  } catch {
    return false;
  }
}

/** A thread of this room by its address in Teams. */
function threadIn(url) {
  const [, channel, message] = /^https:\/\/teams\.microsoft\.com\/l\/message\/([^/]+)\/(\d+)/.exec(url) ?? [];
  return channel === undefined ? null : `${decodeURIComponent(channel)};messageid=${message}`;
}

export function openLink(url) {
  const thread = threadIn(url);
  if (thread !== null) {
    location.hash = encodeURIComponent(thread);
    return true;
  }
  if (!isSafe(url) && !/^(mailto|tel):/i.test(url)) return false;
  globalThis.open(url, '_blank', 'noopener,noreferrer');
  return true;
}
