import { below, each, texts, type Issue, type Spot } from './spots.ts';

/** What may stand only once in a list: by the settings that make it the same, in words. Capitals make no difference. */
const ONCE: readonly { readonly list: string; readonly by: readonly string[]; readonly says: string }[] = [
  { list: 'team', by: ['email'], says: 'is already in the team: take one of the two out' },
  { list: 'team', by: ['initials'], says: 'are the initials of somebody else: choose others' },
  { list: 'municipalities', by: ['id'], says: 'is the id of another municipality: choose another' },
  {
    list: 'accounts',
    by: ['handle', 'network'],
    says: 'is already an account on this network: take one of the two out',
  },
  { list: 'watch', by: ['name'], says: 'is the name of another thing to listen for: choose another' },
  { list: 'departments', by: ['name', 'municipality'], says: 'is the name of another department: choose another' },
  { list: 'answers', by: ['id'], says: 'is the id of another answer: choose another' },
];

/** Every second and later one of what may stand only once. */
export function duplicates(file: Spot): readonly Issue[] {
  return ONCE.flatMap(({ list, by, says }) => {
    const seen = new Set<string>();
    return each(below(file, list)).flatMap((item) => {
      const [first] = texts(by.slice(0, 1).map((name) => below(item, name)));
      if (first === undefined) return [];
      const key = JSON.stringify(by.map((name) => below(item, name).value)).toLowerCase();
      if (seen.has(key)) return [{ path: first.path, says: `"${first.value}" ${says}` }];
      seen.add(key);
      return [];
    });
  });
}
