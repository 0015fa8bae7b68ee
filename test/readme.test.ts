import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { ENVIRONMENT } from '../bot/environment.ts';

describe('The README', () => {
  const readme = readFileSync('README.md', 'utf8');

  it('lists every variable of the environment with its meaning and default, and no other', () => {
    const rows = readme.split('\n').filter((line) => /^\| `[A-Z_<>]+` \|/.test(line));
    const expected = ENVIRONMENT.map(
      ({ name, meaning, default: value }) => `| \`${name}\` | ${meaning} | ${value ?? ''} |`,
    );
    assert.deepEqual(rows, expected);
  });

  it('points only at files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, file]) => file ?? '');
    assert.ok(links.length >= 4);
    assert.deepEqual(
      links.filter((file) => !existsSync(file)),
      [],
    );
  });

  it('names the two commands that do everything', () => {
    assert.match(readme, /npm ci && npm run practice/);
    assert.match(readme, /npm ci && npm test/);
  });
});
