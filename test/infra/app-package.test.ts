import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { appPackage } from '../../infra/package/app-package.ts';
import { Fault } from '../../services/ports/fault.ts';

const FILLED = {
  OWNER_NAME: 'Gemeente "Oost"',
  OWNER_WEBSITE: 'https://gemeente.example',
  OWNER_PRIVACY_PAGE: 'https://gemeente.example/privacy',
  OWNER_TERMS_PAGE: 'https://gemeente.example/gebruik',
  TEAMS_APP_ID: '11111111-1111-4111-8111-111111111111',
  BOT_ID: '22222222-2222-4222-8222-222222222222',
};

describe('npm run package', () => {
  it('makes the same archive each time, with the manifest, the other language and both icons', async () => {
    const archive = await appPackage('.', 'dev', FILLED);
    assert.deepEqual(await appPackage('.', 'dev', FILLED), archive);
    const files = filesIn(archive);
    assert.deepEqual([...files.keys()], ['manifest.json', 'en.json', 'color.png', 'outline.png']);
    assert.deepEqual(files.get('color.png'), await readFile('appPackage/color.png'));
    const manifest = JSON.parse(files.get('manifest.json')!.toString()) as Record<string, Record<string, unknown>>;
    assert.equal(manifest['id'], FILLED.TEAMS_APP_ID);
    assert.deepEqual([manifest['name']!['short'], manifest['developer']!['name']], ['Gehoor', FILLED.OWNER_NAME]);
    for (const [name, data] of files) if (name.endsWith('.json')) assert.doesNotMatch(data.toString(), /\$\{\{/, name);
  });

  it('makes an archive that another program opens', async function () {
    const folder = await mkdtemp(join(tmpdir(), 'gehoor-zip-'));
    try {
      await writeFile(join(folder, 'app.zip'), await appPackage('.', 'dev', FILLED));
      const python = 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), len(z.namelist()))';
      const { status, stdout, error } = spawnSync('python3', ['-c', python, join(folder, 'app.zip')]);
      if (error !== undefined) this.skip();
      assert.deepEqual([status, String(stdout).trim()], [0, 'None 4']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('refuses in one sentence what has no value, all of it at once', async () => {
    const { BOT_ID, OWNER_NAME, ...rest } = FILLED;
    assert.ok(BOT_ID && OWNER_NAME);
    await assert.rejects(appPackage('.', 'dev', rest), saying(/env\/\.env\.dev has no value for BOT_ID, OWNER_NAME:/));
    await assert.rejects(appPackage('.', 'elders', FILLED), saying(/There is no env\/\.env\.elders/));
  });

  it('refuses a variable that only a language file uses', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gehoor-package-'));
    try {
      for (const part of ['env', 'appPackage']) await cp(part, join(folder, part), { recursive: true });
      await writeFile(join(folder, 'appPackage/en.json'), '{ "name.short": "${{NAME_IN_ENGLISH}}" }');
      await assert.rejects(appPackage(folder, 'dev', FILLED), saying(/NAME_IN_ENGLISH/));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

/** Read by the directory at the end, as programs do. */
function filesIn(archive: Buffer): ReadonlyMap<string, Buffer> {
  const end = archive.length - 22;
  assert.equal(archive.readUInt32LE(end), 0x06054b50);
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, nameLength, start] = [archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28), archive.readUInt32LE(at + 42)]; // prettier-ignore
    const name = archive.toString('latin1', at + 46, at + 46 + nameLength);
    const from = start + 30 + nameLength;
    files.set(name, inflateRawSync(archive.subarray(from, from + packed)));
    at += 46 + nameLength;
  }
  return files;
}

function saying(words: RegExp): (error: unknown) => boolean {
  return (error) => error instanceof Fault && words.test(error.message);
}
