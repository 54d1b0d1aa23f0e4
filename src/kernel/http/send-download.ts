import { pipeline, Readable, Transform } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Download } from '../wiring.ts';

/** Sends a file, under its name where it has one: it is saved then, and never shown. */
export function sendDownload(
  request: FastifyRequest,
  reply: FastifyReply,
  download: Download,
): FastifyReply {
  void reply.type(download.contentType).headers(download.headers ?? {});
  if (download.fileName) {
    const name = encodeURIComponent(download.fileName);
    void reply.header('content-disposition', `attachment; filename*=UTF-8''${name}`);
  }
  const { body, sizeBytes } = download;
  if (sizeBytes === undefined || !(body instanceof Readable)) return reply.send(body);
  return sendPart(reply, { body, sizeBytes, range: request.headers.range });
}

type Whole = { body: Readable; sizeBytes: number; range: string | undefined };

/**
 * Sends a stream, or the one part of it that is asked for (RFC 9110, 14). Where several are, or
 * none that can be read, it is sent whole.
 */
function sendPart(reply: FastifyReply, { body, sizeBytes, range }: Whole): FastifyReply {
  void reply.header('accept-ranges', 'bytes');
  const part = partOf(range ?? '', sizeBytes);
  if (part === null) return reply.header('content-length', sizeBytes).send(body);
  if (part === 'none') {
    body.destroy();
    return reply.status(416).header('content-range', `bytes */${sizeBytes}`).send();
  }
  const { from, to } = part;
  return reply
    .status(206)
    .header('content-range', `bytes ${from}-${to}/${sizeBytes}`)
    .header('content-length', to - from + 1)
    .send(pipeline(body, between(from, to), () => undefined));
}

function partOf(range: string, sizeBytes: number): { from: number; to: number } | 'none' | null {
  const read = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range);
  const [, first = '', last = ''] = read ?? [];
  if (first === '' && last === '') return null;
  const from = first === '' ? Math.max(0, sizeBytes - Number(last)) : Number(first);
  const to = first === '' || last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  return from > to || from >= sizeBytes ? 'none' : { from, to };
}

/** Lets the bytes from one place to another through, both included. */
function between(from: number, to: number): Transform {
  let at = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const part = chunk.subarray(Math.max(0, from - at), Math.max(0, to + 1 - at));
      at += chunk.length;
      done(null, part.length > 0 ? part : undefined);
    },
  });
}
