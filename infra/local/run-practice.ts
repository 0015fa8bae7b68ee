import { Fault } from '../../services/ports/fault.ts';
import { lockFolder } from './data-lock.ts';
import { checkBeforehand } from './practice-checks.ts';
import { openPracticeLog } from './practice-log.ts';
import { type PracticeOptions } from './practice-options.ts';
import { type Practice, startPractice } from './practice-parts.ts';
import { createRunningParts } from './running-parts.ts';

/**
 * A whole practice, from checking to the last thing stopped; answers with the exit code: 0 after a Ctrl-C, 1 when anything
 * went wrong, which was said in words. Further signals change nothing: npm forwards a second one, and stopping takes a while.
 */
export async function runPractice(options: PracticeOptions): Promise<number> {
  const say = (text: string): void => void process.stdout.write(text);
  const quit = quitOnSignals();
  const parts = createRunningParts(say, quit);
  const problems: unknown[] = [];
  try {
    const settings = await checkBeforehand(options);
    parts.own(await lockFolder(options.dataFolder), (unlock) => unlock());
    const log = parts.own(openPracticeLog(options.dataFolder), (part) => part.close());
    const practice = await startPractice(options, settings, parts, log, quit);
    say(`\nGehoor oefent op ${practice.url}\nStoppen met Ctrl-C. Het logboek staat in ${log.file}.\n\n`);
    const broken = await untilOver(practice, quit);
    if (broken) problems.push(broken);
  } catch (error) {
    if (error !== quit.reason) problems.push(error);
  }
  problems.forEach(tell);
  const whileStopping = await parts.stopAll();
  whileStopping.forEach(tell);
  return problems.length + whileStopping.length > 0 ? 1 : 0;
}

function quitOnSignals(): AbortSignal {
  const quit = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      quit.abort();
    });
  }
  quit.signal.addEventListener('abort', () => {
    process.stdout.write('\n');
  });
  return quit.signal;
}

/** Until somebody wants to stop (null) or a part ends by itself. */
function untilOver({ bot, azurite }: Practice, quit: AbortSignal): Promise<Fault | null> {
  const stopped = new Promise<null>((resolve) => {
    if (quit.aborted) resolve(null);
    quit.addEventListener('abort', () => {
      resolve(null);
    });
  });
  const storageEnded = azurite.ended.then((how) => new Fault('tables', `De opslag is vanzelf gestopt (${how}).`));
  return Promise.race([stopped, bot.ended, storageEnded]);
}

/** A fault is a sentence for who reads it; anything else is a mistake of ours and shows where it is. */
export function tell(problem: unknown): void {
  const words = problem instanceof Fault ? problem.message : problem instanceof Error ? problem.stack : problem;
  console.error(String(words));
}
