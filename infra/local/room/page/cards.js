// Draws Adaptive Cards with the official renderer, the way Teams does.
import { hostConfig } from './host-config.js';
import { openLink, toHtml } from './markdown.js';
import { drawMarks, markMentions } from './mentions.js';
import { say } from './words.js';

const { AdaptiveCard, HostConfig, Strings } = globalThis.AdaptiveCards;
const config = new HostConfig(hostConfig);
/** Teams shows only the fallback text of a card with a higher version. */
const HIGHEST = 1.5;

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = toHtml(text);
  result.didProcess = true;
};

/**
 * Draws a card. `typed` fills inputs by id. The handlers get the action's data with the inputs of its own card and the
 * cards around it: `execute(verb, data)`, `submit(data)`, and `refuse(text)` when a button can do nothing here.
 * Gives the element and a function that reads what stands in the inputs.
 */
export function drawCard(payload, { typed = {}, execute, submit, refuse }) {
  Strings.defaults.overflowButtonTooltip = () => say('more');
  const card = new AdaptiveCard();
  card.hostConfig = config;
  // What is shown or hidden is no button, and cannot be expanded; the renderer says so right after this.
  card.onElementVisibilityChanged = ({ renderedElement }) =>
    queueMicrotask(() => renderedElement?.removeAttribute('aria-expanded'));
  card.onExecuteAction = (action) => act(action, { execute, submit, refuse });
  card.onAnchorClicked = (_element, anchor, event) => {
    event?.preventDefault();
    if (!openLink(anchor.href)) refuse(say('badLink'));
    return true;
  };
  if (Number(payload?.version ?? 0) > HIGHEST) return { element: onlyText(payload), inputs: () => ({}) };
  card.parse(prepared(payload, payload?.msteams?.entities ?? [], typed));
  const element = card.render() ?? onlyText(payload);
  drawMarks(element);
  // The renderer makes the card itself a stop for the Tab key, on which nothing can be done.
  element.removeAttribute('tabindex');
  if (payload.msteams?.width === 'Full') element.classList.add('full');
  return { element, inputs: () => valuesOf(card) };
}

/** Text in the bot's own markdown, drawn as a card's text. */
export function drawText(text, entities, refuse) {
  const body = [{ type: 'TextBlock', text, wrap: true }];
  const payload = { type: 'AdaptiveCard', version: '1.5', body, msteams: { entities } };
  const { element } = drawCard(payload, { execute: refuse, submit: refuse, refuse });
  element.classList.add('plain-text');
  return element;
}

function act(action, { execute, submit, refuse }) {
  const kind = action.getJsonTypeName();
  // The renderer has done it already.
  if (kind === 'Action.ToggleVisibility') return;
  if (kind === 'Action.Execute') execute(action.verb ?? '', action.data ?? {});
  else if (kind === 'Action.Submit') submit(action.data ?? {});
  else if (kind !== 'Action.OpenUrl') refuse(say('unsupported'));
  else if (!openLink(action.url)) refuse(say('badLink'));
}

/** A copy of the card with mentions marked, typed values filled in and only safe pictures. */
function prepared(node, entities, typed, inside = '') {
  if (Array.isArray(node)) return node.map((child) => prepared(child, entities, typed, inside));
  if (typeof node !== 'object' || node === null) return node;
  const copy = {};
  for (const [name, value] of Object.entries(node)) {
    const shown = (node.type === 'TextBlock' && name === 'text') || inside === 'facts';
    // Data goes back to the bot as it came.
    if (name === 'data') copy[name] = value;
    else if (shown && typeof value === 'string') copy[name] = markMentions(value, entities);
    else copy[name] = prepared(value, entities, typed, name);
  }
  if (String(node.type).startsWith('Input.') && Object.hasOwn(typed, node.id)) copy.value = typed[node.id];
  if (node.type === 'Image' && !/^(https:|data:image\/)/.test(node.url)) copy.url = 'data:,';
  return copy;
}

function valuesOf(card) {
  const entries = card.getAllInputs().map((input) => [input.id, input.value]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function onlyText(payload) {
  const element = document.createElement('div');
  element.className = 'ac-adaptiveCard fallback';
  element.textContent = payload?.fallbackText || say('cannotShow');
  return element;
}
