import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Config } from '../config.ts';
import { type Disk, orAway } from './disk.ts';

const CONNECT_MS = 5000;
const MOST_TRIES = 3;
const PAUSE_MS = 200;

/**
 * Files in a bucket of a server that speaks S3. A failure that may pass is tried again: the same
 * key holds one object however often it is put.
 * @param silenceMs how long the server may be silent in the midst of a request
 */
export function bucketDisk(config: Config, silenceMs: number): Disk {
  const client = clientOf(config, silenceMs);
  const Bucket = config.BEREG_S3_BUCKET ?? '';
  return {
    putFile: (key, path, { contentType }) =>
      orAway('write', async () => {
        const { size } = await stat(path);
        const sent = { ContentLength: size, ContentMD5: await md5Of(path) };
        const object = { Bucket, Key: key, ContentType: contentType, ...sent };
        await retried(async () => {
          const Body = createReadStream(path);
          // Cut off in the midst of a chunk, it is told by the request's own failure.
          Body.on('error', () => undefined);
          await client
            .send(new PutObjectCommand({ ...object, Body }))
            .finally(() => Body.destroy());
        });
      }),
    getStream: (key) =>
      orAway('read', async () => {
        const got = await retried(() => client.send(new GetObjectCommand({ Bucket, Key: key })));
        return got.Body as Readable;
      }),
    exists: (key) =>
      orAway('find', () =>
        retried(() => client.send(new HeadObjectCommand({ Bucket, Key: key }))).then(
          () => true,
          (error: unknown) => {
            if (statusOf(error) === 404) return false;
            throw error;
          },
        ),
      ),
    delete: (key) =>
      orAway('delete', async () => {
        await retried(() => client.send(new DeleteObjectCommand({ Bucket, Key: key })));
      }),
  };
}

/** By which every server of this protocol tells whether it got what was sent. */
async function md5Of(path: string): Promise<string> {
  const hash = createHash('md5');
  await pipeline(createReadStream(path), hash);
  return hash.digest('base64');
}

function clientOf(config: Config, silenceMs: number): S3Client {
  const { BEREG_S3_ACCESS_KEY: accessKeyId, BEREG_S3_SECRET_KEY: secretAccessKey } = config;
  const endpoint = config.BEREG_S3_ENDPOINT;
  return new S3Client({
    region: config.BEREG_S3_REGION,
    // Sums behind the body are more than many servers of this protocol know. What goes there is
    // compared by its MD5, what comes back by the sum in its row.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // Tried again here, for the client cannot begin a stream anew.
    maxAttempts: 1,
    requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: silenceMs },
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
  });
}

async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === MOST_TRIES || !mayPass(error)) throw error;
      await pause(PAUSE_MS * tries);
    }
  }
}

const statusOf = (error: unknown): number | undefined =>
  error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;

/** Whoever was silent for so long has been waited for long enough. */
function mayPass(error: unknown): boolean {
  if (error instanceof Error && error.name === 'TimeoutError') return false;
  const status = statusOf(error);
  return status === undefined || status === 429 || status >= 500;
}
