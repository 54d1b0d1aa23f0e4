import { Transform, type Readable } from 'node:stream';

/**
 * Lets no more than so many bytes through. What is more is read all the same, so that whoever sends
 * it hears the answer.
 */
export function limited(
  stream: Readable,
  mostBytes: number,
): { stream: Readable; isTooLarge: () => boolean } {
  let sizeBytes = 0;
  const cut = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length;
      done(null, sizeBytes > mostBytes ? undefined : chunk);
    },
  });
  stream.on('error', (error) => cut.destroy(error));
  return { stream: stream.pipe(cut), isTooLarge: () => sizeBytes > mostBytes };
}
