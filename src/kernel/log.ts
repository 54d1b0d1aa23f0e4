import { pino, type Logger } from 'pino';

export type { Logger };

/** The process's log: one JSON line an event, with nothing personal in it. */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.token'],
  });
}
