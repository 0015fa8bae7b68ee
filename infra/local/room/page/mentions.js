// Mentions: `<at>Name</at>` where an entity says so; all other text stays as it is.
import { el } from './dom.js';

// Characters that no text holds stand around a name while the card renderer works.
const OPEN = '\uE000';
const SHUT = '\uE001';

/** Text with its mentions as chips. */
export function withMentions(text, entities) {
  const known = new Set(entities.map((entity) => entity.text));
  return text.split(/(<at>.*?<\/at>)/s).map((part) => (known.has(part) ? chip(part.slice(4, -5)) : part));
}

/** Puts marks around the mentions in a TextBlock or a fact, before the renderer reads the card. */
export function markMentions(text, entities) {
  let marked = text.replaceAll(OPEN, '').replaceAll(SHUT, '');
  for (const { text: mention } of entities) {
    if (typeof mention !== 'string' || !/^<at>.+<\/at>$/s.test(mention)) continue;
    marked = marked.replaceAll(mention, OPEN + mention.slice(4, -5) + SHUT);
  }
  return marked;
}

/** Makes chips of the marks in what the renderer drew. */
export function drawMarks(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (walker.currentNode.data.includes(OPEN)) found.push(walker.currentNode);
  for (const node of found) {
    const parts = node.data.split(/(\uE000[^\uE001]*\uE001)/);
    node.replaceWith(...parts.map((part) => (part.startsWith(OPEN) ? chip(part.slice(1, -1)) : part)));
  }
}

const chip = (name) => el('span', { class: 'mention' }, name);
