// `npm run x:status`: how X stands with this environment. Exit code 1 when something is wrong.
import { xStatus } from './x-status/status.ts';

const { lines, wrong } = await xStatus(process.env, Date.now());
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = wrong === 0 ? 0 : 1;
