import { type Shipped } from './shipped.ts';

/** The page that lists them, one heading for each licence, the most used first. */
export function licencesPage(shipped: readonly Shipped[]): string {
  const licences = [...new Set(shipped.map(({ licence }) => licence))]
    .map((licence) => ({ licence, packages: shipped.filter((one) => one.licence === licence) }))
    .sort((a, b) => b.packages.length - a.packages.length || (a.licence < b.licence ? -1 : 1));
  return [
    '# Licences of what is shipped',
    '',
    'Gehoor itself: EUPL-1.2, see [`LICENSE`](../LICENSE). Made by `npm run licences` from the lock file: every package that',
    'goes along to the App Service, under the licence that its author names. The texts are in the packages themselves.',
    ...licences.flatMap(({ licence, packages }) => [
      '',
      `## ${licence} (${packages.length})`,
      '',
      ...packages.map(({ name, version }) => `- ${name} ${version}`),
    ]),
    '',
  ].join('\n');
}
