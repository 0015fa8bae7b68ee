import { readFileSync } from 'node:fs';
import { type AdaptiveCard } from '../../cards/adaptive-card.ts';

/** One picture of the gallery: what it is, and the card, or the text of a message with its card. */
export interface Picture {
  readonly title: string;
  readonly text?: string;
  readonly card: AdaptiveCard | null;
}

function file(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

/** Colours of the room, then the cards; the page's own frame is not wanted here. */
const STYLE = `
body { display: block; height: auto; padding: 16px; }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--column, 560px)), 1fr)); gap: 24px; align-items: start; }
figure { margin: 0; } figcaption { font-size: 12px; color: var(--quiet); margin-bottom: 4px; }
figure > p { margin: 0 0 4px; }`;

const SCRIPT = `
const { AdaptiveCard, HostConfig, SerializationContext, Version } = globalThis.AdaptiveCards;
const markdown = globalThis.markdownit('zero', { breaks: true }).enable(['emphasis', 'list', 'link', 'escape', 'entity', 'newline']);
AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = markdown.render(text); result.didProcess = true; };
const config = new HostConfig(hostConfig);
globalThis.warnings = [];
for (const [index, figure] of [...document.querySelectorAll('figure')].entries()) {
  const { card: payload, text } = pictures[index];
  if (text) figure.append(Object.assign(document.createElement('p'), { textContent: text }));
  if (!payload) continue;
  const card = new AdaptiveCard();
  card.hostConfig = config;
  const context = new SerializationContext(Version.v1_5);
  card.parse(payload, context);
  const events = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
  // The renderer refuses every second lang: its own pattern remembers where it stopped. Charts are Teams' own.
  const expected = (message) => message.includes('"lang"') || message.startsWith('Unknown element type "Chart.');
  warnings.push(...events.filter((message) => !expected(message)).map((message) => pictures[index].title + ': ' + message));
  for (const failure of card.validateProperties().validationEvents) warnings.push(pictures[index].title + ': ' + failure.message);
  figure.append(card.render());
}
document.documentElement.dataset.drawn = 'yes';`;

/** A page that stands by itself: every picture, drawn by the official renderer in Teams' look. */
export function galleryPage(pictures: readonly Picture[]): string {
  const figures = pictures.map(({ title }) => `<figure><figcaption>${title}</figcaption></figure>`).join('\n');
  const data = JSON.stringify(pictures).replaceAll('<', '\\u003c');
  const hostConfig = file('infra/local/room/page/host-config.js').replace('export const', 'const');
  return `<!doctype html>
<html lang="nl" data-look="light"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Kaarten van Gehoor</title>
<style>${file('infra/local/room/page/room.css')}${file('infra/local/room/page/cards.css')}${STYLE}</style></head>
<body><main>${figures}</main>
<script>${file('node_modules/adaptivecards/dist/adaptivecards.js')}</script>
<script>${file('node_modules/markdown-it/dist/browser/markdown-it.umd.min.js')}</script>
<script>const pictures = ${data};\n${hostConfig}\n${SCRIPT}</script></body></html>`;
}
