import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { BadBody, readBody } from './body.ts';
import { type Keys, wrongSignature } from './signature.ts';

/**
 * What befalls a request: `late` answers after a while, `silent` never, `refuses` answers 500 and
 * does nothing, `unheard` does it and answers 500, `spoils` gets other bytes than were sent, `cuts`
 * breaks off in the midst of an object, `garbles` sends other bytes than were stored.
 */
export type Trouble = 'late' | 'silent' | 'refuses' | 'unheard' | 'spoils' | 'cuts' | 'garbles';

export type BucketServer = {
  url: string;
  bucket: string;
  keys: Keys;
  /** What lies in the bucket, by key. */
  objects: Map<string, { bytes: Buffer; contentType: string }>;
  /** Every request that came, as `PUT 2026-03/…`. */
  asked: string[];
  /** What befalls every request from now on. */
  trouble: Trouble | null;
  /** What befalls the next request alone. */
  nextTrouble: Trouble | null;
  /** Knows none of its keys. */
  isStrange: boolean;
  /** Takes no connections any more, and breaks those that are. */
  stop: () => Promise<void>;
  /** Takes connections again, under the same address, and all its troubles are over. */
  mend: () => Promise<void>;
};

/** The settings of an installation that keeps its files there. */
export const bucketSettings = ({ url, bucket, keys }: BucketServer): Record<string, string> => ({
  BEREG_FILES: 's3',
  BEREG_S3_ENDPOINT: url,
  BEREG_S3_BUCKET: bucket,
  BEREG_S3_ACCESS_KEY: keys.accessKey,
  BEREG_S3_SECRET_KEY: keys.secretKey,
});

const LATE_MS = 1500;

/**
 * A server of one bucket that speaks as much of the Amazon S3 API as its reference says and we use:
 * PUT, GET, HEAD and DELETE of an object under a path-style address, signed by version 4.
 */
export async function startBucketServer(): Promise<BucketServer> {
  const server = createServer((request, response) => {
    answer(state, request, response).catch(() => response.destroy());
  });
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const state: BucketServer = {
    url: `http://127.0.0.1:${port}`,
    bucket: 'bereg-test',
    keys: { accessKey: 'AKBEREG', secretKey: 'ключ/от+ведра=' },
    objects: new Map(),
    asked: [],
    trouble: null,
    nextTrouble: null,
    isStrange: false,
    stop: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
    mend: async () => {
      Object.assign(state, { trouble: null, nextTrouble: null, isStrange: false });
      if (!server.listening) await listen(port);
    },
  };
  return state;
}

async function answer(
  state: BucketServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = '', url = '' } = request;
  const [, bucket = '', ...rest] = decodeURIComponent(url.split('?')[0] ?? '').split('/');
  const key = rest.join('/');
  state.asked.push(`${method} ${key}`);
  const trouble = state.nextTrouble ?? state.trouble;
  state.nextTrouble = null;
  const wrong = state.isStrange ? 'InvalidAccessKeyId' : wrongSignature(request, state.keys);
  if (wrong) return refuse(request, response, 403, wrong);
  if (bucket !== state.bucket) return refuse(request, response, 404, 'NoSuchBucket');
  if (trouble === 'silent') return void request.resume();
  if (trouble === 'refuses') return refuse(request, response, 500, 'InternalError');
  if (trouble === 'late') await pause(LATE_MS);
  if (method === 'PUT' || method === 'DELETE') {
    return write({ ...state, trouble }, key, request, response);
  }
  return read({ ...state, trouble }, key, request, response);
}

async function write(
  { objects, trouble }: BucketServer,
  key: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'DELETE') objects.delete(key);
  else {
    try {
      const isSpoilt = trouble === 'spoils';
      const bytes = await readBody(request, (sent) => (isSpoilt ? other(sent) : sent));
      objects.set(key, { bytes, contentType: request.headers['content-type'] ?? '' });
    } catch (error) {
      if (!(error instanceof BadBody)) throw error;
      return refuse(request, response, statuses[error.message] ?? 400, error.message);
    }
  }
  if (trouble === 'unheard') return refuse(request, response, 500, 'InternalError');
  const stored = objects.get(key);
  response.writeHead(stored ? 200 : 204, stored && { etag: etagOf(stored.bytes) }).end();
}

function read(
  { objects, trouble }: BucketServer,
  key: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const stored = objects.get(key);
  if (!stored) return refuse(request, response, 404, 'NoSuchKey');
  const { bytes, contentType } = stored;
  response.writeHead(200, {
    'content-length': bytes.length,
    'content-type': contentType,
    'last-modified': new Date(0).toUTCString(),
    etag: etagOf(bytes),
  });
  if (request.method === 'HEAD') return void response.end();
  if (trouble === 'cuts') {
    response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => response.destroy());
    return;
  }
  response.end(trouble === 'garbles' ? other(bytes) : bytes);
}

/** As many bytes, and not the same. */
const other = (bytes: Buffer): Buffer => bytes.map((byte) => byte ^ 1) as Buffer;

const statuses: Record<string, number> = { MissingContentLength: 411, NotImplemented: 501 };

const etagOf = (bytes: Buffer): string => `"${createHash('md5').update(bytes).digest('hex')}"`;

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  code: string,
): void {
  request.resume();
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`;
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(request.method === 'HEAD' ? undefined : text);
}
