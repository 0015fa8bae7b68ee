import { type NodeChild, endChild, startNodeChild } from '../../../infra/local/node-child.ts';
import { ROOT } from '../../../infra/local/practice-options.ts';

/** A real bot process. */
export interface BotChild {
  /** How it ended, in words; null while it runs. */
  endedHow(): string | null;
  readonly ended: Promise<string>;
  lines(): readonly string[];
  /** SIGKILL: nothing of it is finished. */
  kill(): Promise<void>;
  /** SIGTERM, and SIGKILL after 15 s. */
  stop(): Promise<void>;
}

/** `node --import tsx bot/main.ts` with this environment and nothing of ours that could reach a real service. */
export function startBotChild(env: Readonly<Record<string, string>>): BotChild {
  const child: NodeChild = startNodeChild({
    script: 'bot/main.ts',
    nodeOptions: ['--import', 'tsx'],
    cwd: ROOT,
    env: { ...ourEnvironment(), ...env },
  });
  let how: string | null = null;
  void child.ended.then((words) => {
    how = words;
  });
  return {
    endedHow: () => how,
    ended: child.ended,
    lines: () => child.lastWords(),
    async kill() {
      child.process.kill('SIGKILL');
      await child.ended;
    },
    async stop() {
      await endChild(child, () => child.process.kill('SIGTERM'), 15_000);
    },
  };
}

function ourEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(?:BOT|X|TABLES|TEAMS|WEBCARE|PRACTICE|POLL|RECOVERY|RECHECK|DAY|LOG)_|^(?:PORT|LOCAL)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
