import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { licencesPage } from '../../infra/licences/licences-page.ts';
import { shippedBy } from '../../infra/licences/shipped.ts';

/** Licences that ask no more than to name them. CC-BY-3.0 is of the holidays' names, which date-holidays names its source of. */
const MAY_SHIP = [
  '(ISC AND CC-BY-3.0)',
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MIT or MPL-2.0',
  'PSF-2.0',
  'Unlicense',
];

const lock = readFileSync('package-lock.json', 'utf8');
const manifestOf = (path: string): string | null =>
  existsSync(`${path}/package.json`) ? readFileSync(`${path}/package.json`, 'utf8') : null;

describe('The licences of what is shipped', () => {
  const shipped = shippedBy(lock, manifestOf);

  it('are all known, and none asks more than to be named', () => {
    assert.ok(shipped.length > 300, String(shipped.length));
    assert.deepEqual(shipped.filter(({ licence }) => !MAY_SHIP.includes(licence)), []); // prettier-ignore
  });

  it('stand in docs/LICENCES.md as they are now: else run npm run licences', () => {
    assert.equal(readFileSync('docs/LICENCES.md', 'utf8'), licencesPage(shipped));
  });

  it('leave out tools of development, and see what is installed inside another package', () => {
    const packages = {
      '': { name: 'gehoor' },
      'node_modules/mocha': { version: '1.0.0', license: 'MIT', dev: true },
      'node_modules/@a/b': { version: '1.0.0', license: 'MIT' },
      'node_modules/@a/b/node_modules/c': { version: '2.0.0', license: 'GPL-3.0-only' },
      'node_modules/old': { version: '0.1.0' },
      'node_modules/gone': { version: '0.2.0' },
    };
    const old = (path: string): string | null =>
      path === 'node_modules/old' ? '{ "licenses": [{ "type": "MIT" }, { "type": "X11" }] }' : null;
    assert.deepEqual(shippedBy(JSON.stringify({ packages }), old), [
      { name: '@a/b', version: '1.0.0', licence: 'MIT' },
      { name: 'c', version: '2.0.0', licence: 'GPL-3.0-only' },
      { name: 'gone', version: '0.2.0', licence: 'unknown' },
      { name: 'old', version: '0.1.0', licence: 'MIT or X11' },
    ]);
  });

  it('go with our own: the text of EUPL-1.2, which package.json names', () => {
    assert.equal((JSON.parse(readFileSync('package.json', 'utf8')) as { license: string }).license, 'EUPL-1.2');
    assert.match(readFileSync('LICENSE', 'utf8'), /^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
  });
});
