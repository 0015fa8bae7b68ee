// `npm run practice`: Gehoor with fake posts and a Teams room, on this machine alone.
import { practiceOptions } from './practice-options.ts';
import { runPractice, tell } from './run-practice.ts';

try {
  process.exit(await runPractice(practiceOptions(process.env)));
} catch (problem) {
  tell(problem);
  process.exit(1);
}
