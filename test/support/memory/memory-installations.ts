import {
  type ChannelReference,
  type Installations,
  type PersonReference,
} from '../../../services/ports/installations.ts';

/** Installations in memory; all that goes in or out is copied. */
export function createMemoryInstallations(): Installations {
  let channel: ChannelReference | null = null;
  const people = new Map<string, PersonReference>();
  return {
    channel: () => Promise.resolve(structuredClone(channel)),
    saveChannel(reference) {
      channel = structuredClone(reference);
      return Promise.resolve();
    },
    person: (email) => Promise.resolve(structuredClone(people.get(email.toLowerCase()) ?? null)),
    savePerson(reference) {
      people.set(reference.email.toLowerCase(), structuredClone(reference));
      return Promise.resolve();
    },
    forgetPerson(email) {
      people.delete(email.toLowerCase());
      return Promise.resolve();
    },
  };
}
