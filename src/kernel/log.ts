import { pino, type Logger } from 'pino';

export type { Logger };

/** The process's log: one JSON line an event, with nothing personal in it. */
export function createLog(level: string, destination?: { write: (line: string) => void }): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: plainError, error: plainError },
    redact: ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.token'],
  };
  return destination ? pino(options, destination) : pino(options);
}

type PlainError = { type: string; message: string; code?: string; stack: string; cause?: unknown };

/**
 * What of an error may be written down. PostgreSQL's `detail` and `where` hold the row's values, so
 * does its message where it complains of one: "invalid input syntax for type date: …".
 */
function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : undefined;
  const isAboutValue = code !== undefined && /^22...$/.test(code);
  const message = isAboutValue ? (error.message.split(/[:"]/)[0]?.trim() ?? '') : error.message;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const plain: PlainError = { type: error.constructor.name, message, stack: frames.join('\n') };
  if (code !== undefined) plain.code = code;
  if (error.cause !== undefined) plain.cause = plainError(error.cause);
  return plain;
}
