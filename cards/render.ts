import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating';
import { type AdaptiveCard } from './adaptive-card.ts';
import { type CardModels } from './card-models.ts';

const NAMES = [
  'dialogue',
  'writing',
  'reply',
  'news',
  'help',
  'form',
  'list',
  'roster',
  'statistics',
] as const satisfies (keyof CardModels)[];

/** Read once and parsed once: expanding a parsed template takes hundredths of a millisecond. */
const templates = new Map<keyof CardModels, Template>(
  NAMES.map((name) => {
    const source = readFileSync(new URL(`./templates/${name}.json`, import.meta.url), 'utf8');
    return [name, new Template(JSON.parse(source) as object)];
  }),
);

/**
 * Fills a template. What the model holds is never read as a template itself: a citizen's `${…}` stays as it is, so the
 * result is not searched for them. That every field has a value is what `CardModels` is for.
 */
export function render<Name extends keyof CardModels>(name: Name, model: CardModels[Name]): AdaptiveCard {
  const card: unknown = templates.get(name)?.expand({ $root: model });
  return card as AdaptiveCard;
}
