import { type Activity } from 'botbuilder';
import { type Person } from '../services/domain/people.ts';
import { type Members } from './members.ts';

/** Text that mentions people as `<at>name</at>`, with what Teams needs to make it ring. Who has no id here is named. */
export async function mentioning(
  members: Members,
  text: string,
  people: readonly Person[],
): Promise<Pick<Partial<Activity>, 'text' | 'entities'>> {
  const found = await Promise.all(people.map(async (person) => ({ person, id: await members.idOf(person.email) })));
  const missing = found.filter(({ id }) => id === null);
  const shown = missing.reduce((line, { person }) => line.replaceAll(`<at>${person.name}</at>`, person.name), text);
  const entities = found
    .filter(({ id }) => id !== null)
    .map(({ person, id }) => ({
      type: 'mention',
      text: `<at>${person.name}</at>`,
      mentioned: { id, name: person.name },
    }));
  return { text: shown, entities };
}
