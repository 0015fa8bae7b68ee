import { folded, resembles, wordsOf } from '../resembling.ts';
import { type Department, type Municipality, type Settings } from './instruction.ts';
import { topicOf } from './interpret.ts';

/** What came of asking who knows. `municipality`: the id of the one that was gone by; null: none was named or known. */
export interface Knowing {
  readonly departments: readonly Department[];
  readonly municipality: string | null;
}

type Known = Pick<Settings, 'departments' | 'municipalities'>;

/**
 * Who knows about something, as somebody types it: a topic, a word that belongs to one ("grofvuil"), a department or a
 * person, spelled more or less right, with or without a municipality. A department of another municipality than the one
 * that was named, or else is known, is left out, unless nobody would be left; its own go before those for all.
 */
export function whoKnows(settings: Known, asked: string, known: string | null): Knowing {
  const named = settings.municipalities.find((one) => isNamed(one, asked)) ?? null;
  const municipality = named?.id ?? known;
  const words = wordsOf(named === null ? asked : without(named, asked));
  const topic = topicOf(folded(asked));
  const all = settings.departments.filter((one) => words.length === 0 || fits(one, words, topic));
  if (words.length === 0 && named === null) return { departments: [], municipality };
  const near = all.filter(
    (one) => municipality === null || one.municipality === null || one.municipality === municipality,
  );
  const departments = near.length > 0 ? near : all;
  const own = departments.filter((one) => one.municipality === municipality && municipality !== null);
  return { departments: [...own, ...departments.filter((one) => !own.includes(one))], municipality };
}

/** Everything that a department is filed under, each once, in the order of the alphabet. */
export function knownTopics({ departments }: Pick<Settings, 'departments'>): readonly string[] {
  return [...new Set(departments.flatMap(({ topics }) => topics))].sort((one, other) => one.localeCompare(other));
}

function fits({ name, topics, people }: Department, words: readonly string[], topic: string | null): boolean {
  if (topic !== null && topics.includes(topic)) return true;
  // "en" and "de" stand in many a name.
  const names = [name, ...topics, ...people.map((person) => person.name)]
    .flatMap(wordsOf)
    .filter((one) => one.length > 2);
  return words.some((word) => names.some((one) => resembles(word, one)));
}

function isNamed({ name, places }: Municipality, asked: string): boolean {
  return [name, ...places].some((place) => ` ${folded(asked)} `.includes(` ${folded(place)} `));
}

function without({ name, places }: Municipality, asked: string): string {
  return [name, ...places].reduce((left, place) => left.replace(` ${folded(place)} `, ' '), ` ${folded(asked)} `);
}
