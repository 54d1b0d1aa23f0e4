import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

// From "Signature Version 4 for API requests" and "Authenticating requests (AWS Signature Version
// 4)" of the Amazon S3 API reference.

export type Keys = { accessKey: string; secretKey: string };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

const form =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

/** Every byte but the unreserved ones, as the signature wants it. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Why a request is not its sender's, as the code that S3 answers with; null when it is. */
export function wrongSignature(request: IncomingMessage, keys: Keys): string | null {
  const parts = form.exec(request.headers.authorization ?? '');
  if (!parts) return 'AccessDenied';
  const [, accessKey, day = '', region = '', names = '', signature = ''] = parts;
  if (accessKey !== keys.accessKey) return 'InvalidAccessKeyId';
  const scope = `${day}/${region}/s3/aws4_request`;
  const moment = String(request.headers['x-amz-date']);
  const text = `AWS4-HMAC-SHA256\n${moment}\n${scope}\n${sha256(canonical(request, names))}`;
  const signing = [region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${keys.secretKey}`, day));
  const isRight = timingSafeEqual(Buffer.from(signature, 'hex'), hmac(signing, text));
  return isRight ? null : 'SignatureDoesNotMatch';
}

function canonical(request: IncomingMessage, names: string): string {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bucket');
  const query = [...searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .toSorted()
    .join('&');
  const headers = names
    .split(';')
    .map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`)
    .join('');
  const payload = String(request.headers['x-amz-content-sha256']);
  return [request.method, pathname, query, headers, names, payload].join('\n');
}
