import { compose, createLog, loadSettings } from './compose.ts';
import { readEnvironment } from './config.ts';
import { catchPackageWords } from './package-words.ts';
import { listen } from './server.ts';

/** Longer than a message to Teams and a reply to a network may take. */
const STOP_WITHIN_MS = 15_000;

async function main(): Promise<void> {
  const read = readEnvironment();
  if (!read.ok) {
    giveUp(read.problems);
    return;
  }
  const { config } = read;
  const { settings, warnings } = await loadSettings(config.settingsFile);
  const log = createLog(config);
  catchPackageWords(log);
  for (const warning of warnings) log.warn(warning);

  const bot = await compose(config, settings, log);
  // Without sign-in only this machine may speak for Teams.
  const { server, port } = await listen(bot.server, config.port, config.local ? '127.0.0.1' : undefined);
  bot.start();
  log.info('listening', { port, mode: config.mode });

  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    log.info('stopping', { signal });
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    server.close();
    server.closeIdleConnections();
    void bot.stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function giveUp(problems: readonly string[]): void {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}

main().catch((fault: unknown) => {
  giveUp([fault instanceof Error ? fault.message : 'The bot could not start.']);
  process.exit(1);
});
