import { z } from 'zod/v4';

/** A package that goes along to the App Service. */
export interface Shipped {
  readonly name: string;
  readonly version: string;
  /** As its author names it; 'unknown' when nothing says so. */
  readonly licence: string;
}

const LOCK = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), license: z.string().optional(), dev: z.boolean().optional() }),
  ),
});
const MANIFEST = z.object({
  license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
  licenses: z.array(z.object({ type: z.string() })).optional(),
});

/** Packages whose package.json names none, by the LICENSE file in them. Another version must be read again. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  'jspath 0.4.0': 'MIT',
  'twitter-text 3.1.0': 'Apache-2.0',
};

const FOLDER = 'node_modules/';

/**
 * What the lock file ships, by name. Old packages name their licence in a way that npm does not copy into the lock file: then
 * `manifestOf` gives their package.json, and null when they are not installed.
 */
export function shippedBy(lockFile: string, manifestOf: (path: string) => string | null): readonly Shipped[] {
  const { packages } = LOCK.parse(JSON.parse(lockFile));
  const all = Object.entries(packages).flatMap(([path, { version, license, dev }]): Shipped[] => {
    if (path === '' || dev === true) return [];
    const name = path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);
    const licence = license ?? READ_BY_HAND[`${name} ${version ?? ''}`] ?? ownWords(manifestOf(path));
    return [{ name, version: version ?? '', licence }];
  });
  const once = new Map(all.map((one) => [`${one.name} ${one.version}`, one]));
  return [...once.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ name, version }: Shipped): string {
  return `${name} ${version}`;
}

function ownWords(manifest: string | null): string {
  if (manifest === null) return 'unknown';
  const { license, licenses = [] } = MANIFEST.parse(JSON.parse(manifest));
  if (license !== undefined) return typeof license === 'string' ? license : license.type;
  return licenses.map(({ type }) => type).join(' or ') || 'unknown';
}
