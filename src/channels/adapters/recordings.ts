import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import type { HookProvider } from '../api/choices.ts';
import { NotGiven } from './not-given.ts';
import { readWithin } from './read-within.ts';

/** Where recordings are, and with what they are asked for. */
export type RecordingSource = {
  /** The address that the channel is set to: nothing is fetched from elsewhere. */
  from: string;
  provider: HookProvider;
  key: string;
  secret: string;
};

const READING_MS = 300_000;
/** Of an hour, uncompressed, it is about half of this. */
const MOST_BYTES = 128 * 1024 ** 2;

type Asked = { method?: string; headers?: Record<string, string>; body?: URLSearchParams };

/** Reads what was said, whole. What will never be given is thrown as `NotGiven`. */
export async function readRecording(
  source: RecordingSource,
  name: string,
  signal: AbortSignal,
): Promise<Buffer> {
  const within = AbortSignal.any([AbortSignal.timeout(READING_MS), signal]);
  const ask = (url: URL, asked: Asked = {}): Promise<Response> =>
    fetch(url, { ...asked, signal: within, redirect: 'manual' });
  const response = await openers[source.provider](source, name, ask);
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`the recording was not given: ${response.status}`);
  }
  return readWithin(response, MOST_BYTES);
}

type Open = (
  source: RecordingSource,
  name: string,
  ask: (url: URL, asked?: Asked) => Promise<Response>,
) => Promise<Response>;

const openers: Readonly<Record<HookProvider, Open>> = {
  generic: (source, name, ask) => ask(placeUnder(source.from, name)),
  /** It tells a link for a while: https://zadarma.com/ru/support/api/#api_pbx_record. */
  zadarma: async ({ from, key, secret }, name, ask) => {
    const path = '/v1/pbx/record/request/';
    const query = new URLSearchParams({ call_id: name }).toString();
    const sum = createHash('md5').update(query).digest('hex');
    const hex = createHmac('sha1', secret).update(`${path}${query}${sum}`).digest('hex');
    const authorization = `${key}:${Buffer.from(hex).toString('base64')}`;
    const url = new URL(`${path}?${query}`, from);
    const told = await ask(url, { headers: { authorization } });
    const { link } = z.object({ link: z.url() }).parse(await told.json());
    return ask(sameHost(from, new URL(link)));
  },
  /** Mango sends on to where the file lies; to servers of its own alone it is followed. */
  mango: async ({ from, key, secret }, name, ask) => {
    const json = JSON.stringify({ recording_id: name, action: 'download' });
    const sign = createHash('sha256').update(`${key}${json}${secret}`).digest('hex');
    const body = new URLSearchParams({ vpbx_api_key: key, sign, json });
    const url = new URL('queries/recording/post', folder(from));
    const told = await ask(url, { method: 'POST', body });
    const location = told.headers.get('location');
    if (location === null) return told;
    await told.body?.cancel();
    const next = new URL(location, url);
    const isTheirs =
      next.protocol === 'https:' && next.port === '' && next.hostname.endsWith('.mango-office.ru');
    return ask(isTheirs ? next : sameHost(from, next));
  },
};

const folder = (from: string): URL => new URL(from.endsWith('/') ? from : `${from}/`);

function sameHost(from: string, url: URL): URL {
  if (url.origin !== new URL(from).origin) throw new NotGiven('not_theirs');
  return url;
}

/**
 * Where a recording lies under the channel's address: by its path, of which an Asterisk tells the
 * part in its own file system, or by its whole address, which must lead to the same place.
 */
export function placeUnder(from: string, name: string): URL {
  const root = folder(from);
  const path = name.replace(/^.*\/monitor\//, '');
  const parts = path.split('/').filter((part) => part !== '');
  const url = /^https?:/i.test(name)
    ? new URL(name)
    : new URL(parts.map(encodeURIComponent).join('/'), root);
  const isUnder = url.origin === root.origin && url.pathname.startsWith(root.pathname);
  if (!isUnder || url.username !== '') throw new NotGiven('not_theirs');
  return url;
}
