import { type Person } from '../../people.ts';
import { type Department, type Settings } from '../../work-instruction/instruction.ts';
import { type Question } from './question.ts';

/** A sign-in name as Teams knows it: somebody at somewhere, without spaces. */
const SIGN_IN_NAME = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

/** A colleague by sign-in name; null for what is no such name. Who stands in no setting is named after it. */
export function colleagueNamed(email: string, { team, departments }: Settings): Person | null {
  const name = email.trim().toLowerCase();
  if (!SIGN_IN_NAME.test(name)) return null;
  const known = [...departments.flatMap(({ people }) => people), ...team].find((one) => one.email === name);
  return known === undefined ? { name: nameFrom(name), email: name } : { name: known.name, email: name };
}

/** The first of a department who was not asked yet. */
export function nextInDepartment({ department, asked }: Question, { departments }: Settings): Person | null {
  const people = departments.filter(({ name }) => name === department).flatMap((one) => one.people);
  return people.find(({ email }) => !asked.some(({ who }) => who.email === email)) ?? null;
}

/** The department with this name that this person is in; else any with that name. */
export function departmentOf(name: string | null, email: string, { departments }: Settings): Department | null {
  const named = departments.filter((one) => one.name === name);
  return named.find(({ people }) => people.some((one) => one.email === email)) ?? named[0] ?? null;
}

/** The telephone number that the settings have for somebody; null for none. */
export function phoneOf(email: string, { departments }: Settings): string | null {
  return (
    departments.find(({ people, phone }) => phone !== null && people.some((one) => one.email === email))?.phone ?? null
  );
}

/** `piet.jansen@…` as "Piet Jansen". */
function nameFrom(email: string): string {
  const words = (email.split('@')[0] ?? '').split(/[._-]+/).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
