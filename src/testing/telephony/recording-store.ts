import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cloudSecrets } from './cloud-samples.ts';

export type RecordingStore = {
  url: string;
  /** By name, as each exchange would ask for it. */
  recordings: Map<string, Buffer>;
  /** Where Mango and Zadarma send on to, in place of the right place. */
  sentOnTo: string | null;
  /** Names that nothing is answered to while they stand here. */
  silent: Set<string>;
  /** Paths that were asked for. */
  asked: string[];
  stop: () => Promise<void>;
};

/** The part of exchanges' servers that gives recordings, by their public descriptions. */
export async function startRecordingStore(): Promise<RecordingStore> {
  const server = createServer((request, response) => {
    answer(store, request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const store: RecordingStore = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    recordings: new Map(),
    sentOnTo: null,
    silent: new Set(),
    asked: [],
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return store;
}

async function answer(
  store: RecordingStore,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '', store.url);
  store.asked.push(decodeURIComponent(url.pathname));
  const linkTo = (name: string): string => store.sentOnTo ?? `${store.url}/files/${name}`;
  const { key, secret } = cloudSecrets;
  if (url.pathname === '/v1/pbx/record/request/') {
    const over = `${url.pathname}${url.search.slice(1)}${md5(url.search.slice(1))}`;
    const sum = createHmac('sha1', secret).update(over).digest('hex');
    const right = `${key}:${Buffer.from(sum).toString('base64')}`;
    if (request.headers.authorization !== right) return void response.writeHead(401).end();
    const link = linkTo(url.searchParams.get('call_id') ?? '');
    return void response.end(JSON.stringify({ status: 'success', link }));
  }
  if (url.pathname === '/vpbx/queries/recording/post') {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
    const json = form.get('json') ?? '';
    const right = createHash('sha256').update(`${key}${json}${secret}`).digest('hex');
    if (form.get('sign') !== right) return void response.writeHead(401).end();
    const { recording_id: name } = JSON.parse(json) as { recording_id: string };
    return void response.writeHead(302, { location: linkTo(name) }).end();
  }
  const asked = decodeURIComponent(url.pathname.replace('/files/', ''));
  while (store.silent.has(asked)) await pause(20);
  const bytes = store.recordings.get(asked);
  if (!bytes) return void response.writeHead(404).end();
  response.end(bytes);
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
