import { join, resolve } from 'node:path';
import { SECOND } from '../../services/domain/instant.ts';
import { Fault } from '../../services/ports/fault.ts';
import { HUMAN_PACE, type Pace } from './feeder.ts';

export interface PracticeOptions {
  /** The bot's. */
  readonly port: number;
  /** The Teams room's: the address that a person opens. */
  readonly roomPort: number;
  readonly configFile: string;
  /** Everything that is kept: tables, room, practice posts and the log. */
  readonly dataFolder: string;
  readonly pace: Pace;
  /** The bot's entry, from the root of the checkout. */
  readonly botScript: string;
}

export const ROOT = resolve(import.meta.dirname, '../..');

/**
 * `npm run practice` from the environment: `PORT` (3978), `ROOM_PORT` (3979), `WEBCARE_CONFIG` (webcare.yml), `DATA_DIR` (.data),
 * `PRACTICE_EVERY_SECONDS` (55: the mean time between two posts). @throws Fault('settings')
 */
export function practiceOptions(env: NodeJS.ProcessEnv): PracticeOptions {
  const everySeconds = wholeNumber(env, 'PRACTICE_EVERY_SECONDS', HUMAN_PACE.everyMs / SECOND, 86_400);
  return {
    port: wholeNumber(env, 'PORT', 3978, 65_535),
    roomPort: wholeNumber(env, 'ROOM_PORT', 3979, 65_535),
    configFile: resolve(env['WEBCARE_CONFIG'] ?? join(ROOT, 'webcare.yml')),
    dataFolder: resolve(env['DATA_DIR'] ?? join(ROOT, '.data')),
    pace: { ...HUMAN_PACE, everyMs: everySeconds * SECOND },
    botScript: 'bot/main.ts',
  };
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, otherwise: number, most: number): number {
  const text = env[name];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new Fault('settings', `${name} moet een heel getal van 1 tot en met ${most} zijn.`);
}
