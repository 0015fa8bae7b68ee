import { type DestinationStream, pino } from 'pino';
import { type Log } from '../../ports/log.ts';

/** JSON lines on standard output. A `fault` is written with its message, stack and causes; nothing else is unfolded. */
export function createPinoLog(level: string, destination?: DestinationStream): Log {
  const options = { level, base: null, serializers: { fault: pino.stdSerializers.errWithCause } };
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
