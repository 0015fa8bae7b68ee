// `npm run doctor`: one line for each thing that the bot needs, with what to do. Exit code 1 when something is wrong.
import { readFileSync } from 'node:fs';
import { lineOf } from './doctor/check.ts';
import { examine } from './doctor/doctor.ts';
import { outside } from './doctor/outside.ts';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  engines: { node: string };
};
const checks = await examine({
  env: process.env,
  node: { version: process.version, range: engines.node },
  outside,
  now: () => Date.now(),
});
for (const check of checks) process.stdout.write(`${lineOf(check)}\n`);
process.exitCode = checks.some(({ outcome }) => outcome === 'wrong') ? 1 : 0;
