import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod/v4';
import { Fault } from '../../services/ports/fault.ts';
import { type ZipEntry, zipOf } from './zip.ts';

const MANIFEST = z.object({
  icons: z.object({ color: z.string(), outline: z.string() }),
  localizationInfo: z.object({ additionalLanguages: z.array(z.object({ file: z.string() })) }),
});

/**
 * The app package for Teams: the manifest with its variables filled in, its other languages and its icons. Variables come
 * from `env/.env.<environment>`, and `overrides` go before them.
 * @throws Fault('settings') that names every variable without a value at once.
 */
export async function appPackage(root: string, environment: string, overrides: NodeJS.ProcessEnv): Promise<Buffer> {
  const file = `env/.env.${environment}`;
  const text = await readFile(join(root, file), 'utf8').catch((cause: unknown) => {
    throw new Fault('settings', `There is no ${file}: make it after env/.env.dev, or name another environment.`, cause);
  });
  const variables = { ...parseEnv(text), ...overrides };
  const read = (name: string): Promise<Buffer> => readFile(join(root, 'appPackage', name));
  const source = await read('manifest.json');
  const { icons, localizationInfo } = MANIFEST.parse(JSON.parse(source.toString('utf8')));
  const languages = localizationInfo.additionalLanguages.map((language) => language.file);
  const texts = await Promise.all(languages.map(async (name) => ({ name, data: await read(name) })));
  const filled = [{ name: 'manifest.json', data: source }, ...texts];
  const missing = new Set(filled.flatMap(({ data }) => namesIn(data).filter((name) => !variables[name])));
  if (missing.size > 0)
    throw new Fault(
      'settings',
      `${file} has no value for ${[...missing].sort().join(', ')}: fill it in; what provision fills in is there after atk provision.`,
    );
  const pictures = [icons.color, icons.outline].map(async (name) => ({ name, data: await read(name) }));
  return zipOf([...filled.map((entry) => fill(entry, variables)), ...(await Promise.all(pictures))]);
}

const PLACEHOLDER = /\$\{\{ *(\w+) *\}\}/g;

function namesIn(data: Buffer): readonly string[] {
  return [...data.toString('utf8').matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
}

/** A value stands within a string of JSON, so that quotes in it are escaped. */
function fill({ name, data }: ZipEntry, variables: NodeJS.ProcessEnv): ZipEntry {
  const text = data.toString('utf8').replace(PLACEHOLDER, (_, variable: string) => {
    return JSON.stringify(variables[variable] ?? '').slice(1, -1);
  });
  return { name, data: Buffer.from(text) };
}
