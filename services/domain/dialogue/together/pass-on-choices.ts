import { type Settings } from '../../work-instruction/instruction.ts';
import { type Person } from '../../people.ts';
import { type Dialogue } from '../dialogue.ts';
import { fold } from '../handing-over/departments.ts';
import { colleagueNamed } from '../questions/colleagues.ts';

/** A department by its name, or a colleague in it by e-mail address. */
export interface PassOnChoice {
  readonly name: string;
  readonly value: string;
}

/** The departments of this municipality and of all, with somebody in them, and after them the people in those. */
export function passOnChoices(
  { municipality }: Pick<Dialogue, 'municipality'>,
  { departments }: Pick<Settings, 'departments'>,
): readonly PassOnChoice[] {
  const near = departments.filter(
    (one) =>
      one.people.length > 0 &&
      (one.municipality === null || municipality === null || one.municipality === municipality),
  );
  const choices = [
    ...near.map(({ name }) => ({ name, value: name })),
    ...near.flatMap(({ people }) => people.map(({ name, email }) => ({ name: `${name} (${email})`, value: email }))),
  ];
  return [...new Map(choices.map((one) => [one.value, one])).values()];
}

/** Everybody in a department that is named, or the colleague with an e-mail address, in the settings or not; nobody for anything else. */
export function addressees(
  named: string,
  settings: Settings,
): { readonly department: string | null; readonly people: readonly Person[] } {
  const department = settings.departments.find(({ name }) => fold(name) === fold(named));
  if (department !== undefined)
    return { department: department.name, people: department.people.map(({ name, email }) => ({ name, email })) };
  const colleague = colleagueNamed(named, settings);
  return { department: null, people: colleague === null ? [] : [colleague] };
}
