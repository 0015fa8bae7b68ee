import { type DestinationStream, pino } from 'pino';
import { type Log } from '../../ports/log.ts';
import { faultFields } from './fault-fields.ts';
import { aboutNow } from './following-trace.ts';

/**
 * JSON lines on standard output, each with the operation and the dialogue that it is about. Of a `fault` its messages and
 * causes are written; its trace too with `debug` and `trace` alone.
 */
export function createPinoLog(level: string, destination?: DestinationStream): Log {
  const withStack = level === 'debug' || level === 'trace';
  const options = {
    level,
    base: null,
    mixin: aboutNow,
    serializers: { fault: (fault: unknown) => faultFields(fault, withStack) },
  };
  const logger = destination ? pino(options, destination) : pino(options);
  return {
    info: (message, fields = {}) => {
      logger.info(fields, message);
    },
    warn: (message, fields = {}) => {
      logger.warn(fields, message);
    },
    error: (message, fields = {}) => {
      logger.error(fields, message);
    },
  };
}
