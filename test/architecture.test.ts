import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod/v4';

const CONFIG = resolve('.dependency-cruiser.mjs');
const CRUISER = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** For each rule of the directions an import that it must refuse: from, to. */
const REFUSED: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'no-cycles': ['services/domain/one.ts', 'services/domain/other.ts'],
  'domain-imports-domain-only': ['services/domain/dialogue/decide.ts', 'services/ports/clock.ts'],
  'ports-import-domain-and-ports-only': ['services/ports/clock.ts', 'luxon'],
  'flows-know-no-adapter-and-no-package': ['services/flows/take-in.ts', 'services/adapters/x/network.ts'],
  'adapters-know-ports-and-domain-only': ['services/adapters/x/network.ts', 'services/flows/world.ts'],
  'adapters-do-not-know-each-other': ['services/adapters/x/network.ts', 'services/adapters/practice/network.ts'],
  'cards-draw-domain-only': ['cards/card.ts', 'services/ports/clock.ts'],
  'only-compose-builds-adapters': ['bot/app.ts', 'services/adapters/x/network.ts'],
  'handlers-do-not-know-the-app': ['bot/handlers/click.ts', 'bot/app.ts'],
  'no-production-code-imports-tests': ['services/flows/world.ts', 'test/support/clock.ts'],
  'not-to-unresolvable': ['bot/app.ts', 'bot/nowhere.ts'],
  'no-orphans': ['services/domain/lonely.ts', 'services/domain/lonely.ts'],
  'botbuilder-in-bot-only': ['cards/card.ts', 'botbuilder'],
  'connector-in-connector-only': ['bot/server.ts', 'botframework-connector'],
  'teams-ai-in-app-only': ['bot/server.ts', '@microsoft/teams-ai'],
  'x-package-in-x-adapter-only': ['services/adapters/practice/network.ts', 'twitter-api-v2'],
  'tables-package-in-tables-adapter-only': ['services/adapters/x/network.ts', '@azure/data-tables'],
  'telemetry-is-loaded-when-asked-for': ['bot/compose.ts', 'services/adapters/telemetry/insights.ts'],
  'telemetry-packages-in-telemetry-adapter-only': ['bot/main.ts', '@opentelemetry/api'],
  'minisearch-in-search-adapter-only': ['services/flows/dialogue-finder.ts', 'minisearch'],
  'templating-in-cards-only': ['cards/card.ts', 'adaptivecards-templating'],
};
const MORE_IMPORTS: readonly (readonly [from: string, to: string])[] = [
  ['services/domain/other.ts', 'services/domain/one.ts'],
];

const REPORT = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
    ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string() })) }),
  }),
});

describe('The shape of the code', function () {
  // A whole TypeScript program is read, beside other work on a small machine.
  this.timeout(120_000);

  it('has no import against the direction, and the check has read the code', () => {
    const { modules, summary } = cruise('.', ['bot', 'cards', 'services', 'infra/local']);
    const ours = modules.filter(({ source }) => /^(bot|cards|services|infra)\/.*\.ts$/.test(source));
    assert.ok(ours.length >= 50, `only ${ours.length} modules were read`);
    assert.deepEqual(summary.violations, []);
  });

  it('is guarded: every rule refuses an import that it is there for', () => {
    const folder = refusedImports();
    try {
      const { summary } = cruise(folder, ['bot', 'cards', 'services']);
      assert.deepEqual(summary.ruleSetUsed.forbidden.map(({ name }) => name).sort(), Object.keys(REFUSED).sort());
      for (const [rule, [from, to]] of Object.entries(REFUSED)) {
        const caught = summary.violations.some(
          (violation) => violation.rule.name === rule && violation.from === from && names(violation.to, from, to),
        );
        assert.ok(caught, `${rule} lets ${from} import ${to}`);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('has no file over 200 lines of code', () => {
    const files = ['bot', 'cards', 'services'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => join(folder, file)),
    );
    assert.ok(files.length >= 50, `only ${files.length} files were found`);
    assert.deepEqual(
      files.filter((file) => linesOfCode(file) > 200),
      [],
    );
  });
});

function cruise(folder: string, parts: readonly string[]): z.infer<typeof REPORT> {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [CRUISER, '--config', CONFIG, '--output-type', 'json', ...parts],
    { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  assert.ok(stdout.startsWith('{'), stderr);
  return REPORT.parse(JSON.parse(stdout));
}

/** A tree of files with all the refused imports, inside the project so that its packages are found. */
function refusedImports(): string {
  mkdirSync('build', { recursive: true });
  const folder = mkdtempSync(resolve('build/refused-imports-'));
  const files = new Map<string, string>();
  const edges = [...Object.values(REFUSED), ...MORE_IMPORTS];
  for (const [, to] of edges) if (isFile(to) && !to.endsWith('nowhere.ts')) files.set(to, '');
  for (const [from, to] of edges) {
    const up = '../'.repeat(from.split('/').length - 1);
    const line = from === to ? '' : `import '${isFile(to) ? up + to : to}';\n`;
    files.set(from, (files.get(from) ?? '') + line);
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}export {};\n`);
  }
  copyFileSync('tsconfig.json', join(folder, 'tsconfig.json'));
  return folder;
}

/** Whether the cruiser's name of an import is the one meant: a file, a file that is not there, or a file of a package. */
function names(found: string, from: string, to: string): boolean {
  if (!isFile(to)) return found.includes(`node_modules/${to}/`);
  return found === to || join(dirname(from), found) === to;
}

function isFile(target: string): boolean {
  return target.endsWith('.ts');
}

function linesOfCode(file: string): number {
  const text = readFileSync(file, 'utf8').replace(/^\s*\/\*[\s\S]*?\*\//gm, '');
  return text.split('\n').filter((line) => line.trim() !== '' && !/^\s*\/\//.test(line)).length;
}
