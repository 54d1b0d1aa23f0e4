import { createHash } from 'node:crypto';
import { pipeline, Transform, type Readable } from 'node:stream';
import { FilesAway } from './disk.ts';

/**
 * Lets a file through and compares it with what its row keeps. It ends in an error where it is not
 * the file that was stored, so that nobody takes a part, or something else, for the whole.
 */
export function whole(stream: Readable, kept: { sizeBytes: number; sha256: string }): Readable {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const compared = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      done(null, chunk);
    },
    flush(done) {
      const isSame = sizeBytes === kept.sizeBytes && hash.digest('hex') === kept.sha256;
      done(isSame ? null : new FilesAway('read', new Error('it is not what was stored')));
    },
  });
  // Whoever reads hears of a failure by the stream that he has.
  return pipeline(stream, compared, () => undefined);
}
