import { Transform } from 'node:stream';
import type { Upload } from '../../kernel/wiring.ts';
import { tellingBytes } from './scan-type.ts';

/** Lets a file through and remembers how it began. */
export function watchHead({ stream }: Upload): { stream: Transform; head: () => Buffer } {
  let head = Buffer.alloc(0);
  const watched = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (head.length < tellingBytes) head = Buffer.concat([head, chunk.subarray(0, tellingBytes)]);
      done(null, chunk);
    },
  });
  stream.on('error', (error) => watched.destroy(error));
  return { stream: stream.pipe(watched), head: () => head };
}
