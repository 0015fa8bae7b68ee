import { hasRole, type Member } from '../../people.ts';
import { type Department, type Settings } from '../../work-instruction/instruction.ts';
import { suggestedDepartment } from '../../work-instruction/suggested-department.ts';
import { type Dialogue } from '../dialogue.ts';

/** Fewer letters of a name may be a slip in somebody's initials. */
const SHORTEST_PREFIX = 3;

/**
 * Which departments can take a dialogue over: those of its municipality and those for all, the suggested one first. Of one
 * name for several municipalities there is one, its own. Nobody waits for an own post, so no department takes it.
 */
export function departmentsFor(dialogue: Dialogue, settings: Settings): readonly Department[] {
  const { municipality, own } = dialogue;
  if (own) return [];
  const fits = settings.departments.filter(
    (one) => one.municipality === null || municipality === null || one.municipality === municipality,
  );
  const theirs = [...fits.filter((one) => one.municipality === municipality), ...fits];
  const named = fits
    .map(({ name }) => name)
    .filter((name, index, names) => names.indexOf(name) === index)
    .flatMap((name) => theirs.find((one) => one.name === name) ?? []);
  const suggested = suggestedDepartment(settings, dialogue)?.name;
  return [...named.filter(({ name }) => name === suggested), ...named.filter(({ name }) => name !== suggested)];
}

/** Who can hold a dialogue, by e-mail address or initials in any case. */
export function colleagueNamed(named: string, team: readonly Member[]): Member | undefined {
  const name = fold(named);
  return team
    .filter((member) => hasRole(member, 'webcare'))
    .find(({ email, initials }) => email === name || initials?.toLowerCase() === name);
}

/** What was typed after Overdragen: a colleague in one word, or (the beginning of) a department's name; then a remark. */
export function readHandOver(
  typed: string,
  { team, departments }: Pick<Settings, 'team' | 'departments'>,
): { readonly to: string; readonly remark: string } {
  const [, first = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(typed.trim()) ?? [];
  const one = { to: first, remark: rest };
  if (colleagueNamed(first, team) !== undefined) return one;
  const names = [...new Set(departments.map(({ name }) => name))];
  const ends = [...typed.trim().matchAll(/\S+/g)].map(({ 0: word, index }) => index + word.length);
  // The most words that still name one department, so that a whole name is never cut short.
  for (const end of ends.reverse()) {
    const said = fold(typed.trim().slice(0, end));
    const begin = names.filter((name) => fold(name).startsWith(said));
    const whole = begin.find((name) => fold(name) === said);
    const to = whole ?? (begin.length === 1 && said.length >= SHORTEST_PREFIX ? begin[0] : undefined);
    if (to !== undefined) return { to, remark: typed.trim().slice(end).trim() };
  }
  return one;
}

/** As names are compared: whatever case, however many spaces. */
export function fold(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ');
}
