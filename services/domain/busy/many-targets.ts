import { type Dialogue, type Holder } from '../dialogue/dialogue.ts';
import { type Facts } from '../dialogue/facts.ts';
import { whyNotMany } from '../dialogue/listed/decide-listed.ts';
import { type Settings } from '../work-instruction/instruction.ts';
import { inOrder } from './lists.ts';
import { type Target, textFor } from './many-text.ts';
import { type BusyRefusal } from './messages.ts';

/** Which of the dialogues of a storm a text is meant for. `municipality`: its id; null: whichever. */
export interface Choice {
  readonly topic: string | null;
  readonly municipality: string | null;
}

/** Short enough for every network: asks who could be answered at all. */
const ANYTHING = '.';

/** Names of places are no first names. */
export function placeNames({ municipalities }: Pick<Settings, 'municipalities'>): readonly string[] {
  return municipalities.flatMap(({ name, places }) => [name, ...places]);
}

/** Who of them a program can answer now, one dialogue per citizen: nobody gets the same text twice. */
export function answerable(
  dialogues: readonly Dialogue[],
  { topic, municipality }: Choice,
  by: Holder,
  facts: Facts,
): readonly Dialogue[] {
  const citizens = new Set<string>();
  return inOrder(dialogues).filter((dialogue) => {
    const chosen = dialogue.topic === topic && (municipality === null || dialogue.municipality === municipality);
    if (!chosen || whyNotMany(dialogue, ANYTHING, by, facts) !== null) return false;
    const citizen = JSON.stringify([dialogue.network, dialogue.citizen.id]);
    if (citizens.has(citizen)) return false;
    citizens.add(citizen);
    return true;
  });
}

/** Whom the text goes to; or why it cannot go as it is: for one it is too long, say. */
export function manyTargets(
  dialogues: readonly Dialogue[],
  choice: Choice,
  template: string,
  by: Holder,
  facts: Facts,
): readonly Target[] | BusyRefusal {
  if (template.trim() === '') return { code: 'many-empty' };
  const chosen = answerable(dialogues, choice, by, facts);
  const places = placeNames(facts.settings);
  let longest: Extract<BusyRefusal, { code: 'many-too-long' }> | null = null;
  for (const dialogue of chosen) {
    const why = whyNotMany(dialogue, textFor(template, dialogue.citizen, places), by, facts);
    if (why?.code === 'personal-data') return { code: 'many-personal-data', what: why.what };
    if (why?.code === 'empty') return { code: 'many-empty' };
    if (why?.code === 'too-long' && why.over > (longest?.over ?? 0))
      longest = { code: 'many-too-long', over: why.over, handle: dialogue.citizen.handle };
  }
  return longest ?? chosen.map(({ id, wroteAt }) => ({ dialogue: id, wroteAt }));
}
