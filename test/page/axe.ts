import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Findings {
  readonly passes: number;
  readonly faults: readonly { readonly what: string; readonly where: readonly string[] }[];
}

/** What axe-core finds on the page that keeps people out: serious and critical faults, with where they are. */
const LOOK = `(async () => {
  const { violations, passes } = await axe.run(document, { resultTypes: ['violations'] });
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const faults = grave.map(({ id, help, nodes }) => ({
    what: id + ': ' + help,
    where: nodes.slice(0, 5).map(({ html, failureSummary }) => html.slice(0, 200) + ' ' + failureSummary),
  }));
  return { passes: passes.length, faults };
})()`;

/** @throws AssertionError that names every serious and critical fault. */
export async function assertForEverybody(page: Page): Promise<void> {
  await page.evaluate(source);
  const { passes, faults } = await page.evaluate<Findings>(LOOK);
  assert.deepEqual(faults, []);
  assert.ok(passes > 15, `axe-core looked at the page: ${passes} rules hold`);
}
