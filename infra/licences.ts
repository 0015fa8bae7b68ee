// `npm run licences`: writes docs/LICENCES.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { licencesPage } from './licences/licences-page.ts';
import { shippedBy } from './licences/shipped.ts';

const shipped = shippedBy(readFileSync('package-lock.json', 'utf8'), (path) => {
  const file = `${path}/package.json`;
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
});
writeFileSync('docs/LICENCES.md', licencesPage(shipped));
process.stdout.write(`${shipped.length} packages are listed in docs/LICENCES.md.\n`);
