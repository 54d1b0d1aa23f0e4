import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

// From "PutObject" of the Amazon S3 API reference.

/** A body that is not what its headers say: the code that S3 answers with. */
export class BadBody extends Error {}

const sum = (name: 'md5' | 'sha256', bytes: Buffer) => createHash(name).update(bytes);

/**
 * The bytes of an object as they are to be kept, compared with the sums and the length that came.
 * @param spoil what happens to the bytes on their way
 * @throws {BadBody}
 */
export async function readBody(
  request: IncomingMessage,
  spoil: (bytes: Buffer) => Buffer,
): Promise<Buffer> {
  const { headers } = request;
  // Sent in signed pieces, it is more than servers like this one take.
  if (headers['content-encoding']?.includes('aws-chunked')) throw new BadBody('NotImplemented');
  if (headers['content-length'] === undefined) throw new BadBody('MissingContentLength');
  const bytes = spoil(Buffer.concat(await request.toArray()));
  if (bytes.length !== Number(headers['content-length'])) throw new BadBody('IncompleteBody');
  const md5 = headers['content-md5'];
  if (md5 !== undefined && md5 !== sum('md5', bytes).digest('base64')) {
    throw new BadBody('BadDigest');
  }
  const sha256 = String(headers['x-amz-content-sha256']);
  if (/^[0-9a-f]{64}$/.test(sha256) && sha256 !== sum('sha256', bytes).digest('hex')) {
    throw new BadBody('XAmzContentSHA256Mismatch');
  }
  return bytes;
}
