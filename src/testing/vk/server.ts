import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Part, readMultipart } from '../read-multipart.ts';

/** How the server answers a message that the community sends. */
export type VkMood =
  | 'takes'
  /** Keeps the message and cuts the line before it says so. */
  | 'cuts_after_words'
  /** Answers with what is no JSON, as a broken proxy does. */
  | 'stammers'
  | { refuses: number; words: string };

export type VkMessage = {
  id: number;
  peerId: number;
  text: string;
  randomId: number;
  /** Names of what was laid down before. */
  attachments: string[];
};

/** A file that was laid down, by the name that a message brings it along under. */
export type VkLaid = { name: string; fileName: string; bytes: Buffer };

export type Vk = {
  /** The address of the API, for the channel's settings. */
  url: string;
  mood: VkMood;
  /** What people see: a message whose random_id came before is that message. */
  messages: VkMessage[];
  /** How often messages.send was asked for, repeats included. */
  sends: number;
  names: Map<number, { first_name: string; last_name: string }>;
  /** Up to which of ours somebody has read. */
  readThrough: Map<number, number>;
  /** Files by their path. */
  files: Map<string, Buffer>;
  /** What the community has laid down to send. */
  laid: VkLaid[];
  stop: () => Promise<void>;
};

export const vkToken = 'тайна-сообщества';
export const vkGroup = { id: 700_700, name: 'Берег Телеком' };

/**
 * The part of VK's API that a community answers people by, after its public description
 * (https://dev.vk.com/method/messages.send, /method/users.get, /reference/errors).
 */
export async function startVk(): Promise<Vk> {
  const server = createServer((request, response) => {
    answer(vk, request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const vk: Vk = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mood: 'takes',
    messages: [],
    sends: 0,
    names: new Map(),
    readThrough: new Map(),
    files: new Map(),
    laid: [],
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return vk;
}

async function answer(vk: Vk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '', vk.url);
  const file = vk.files.get(url.pathname);
  if (file) return void response.end(file);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  if (url.pathname.startsWith('/upload/')) {
    const sent = readMultipart(body, request.headers['content-type'] ?? '');
    return lay(vk, url.pathname.slice('/upload/'.length), sent, response);
  }
  const input = new URLSearchParams(body.toString('utf8'));
  const method = /^\/(?:method\/)?([\w.]+)$/.exec(url.pathname)?.[1];
  if (method === undefined) return void response.writeHead(404).end();
  const isKnown = input.get('access_token') === vkToken;
  if (!isKnown) return refuse(response, 5, 'User authorization failed: invalid access_token (4).');
  if (input.get('v') === null) return refuse(response, 8, 'Invalid request: v is required');
  if (method === 'messages.send') return send(vk, input, response);
  if (method === 'messages.getConversationsById') {
    const peerId = Number(input.get('peer_ids'));
    const peer = { id: peerId, type: 'user', local_id: peerId };
    return give(response, {
      count: 1,
      items: [{ peer, out_read: vk.readThrough.get(peerId) ?? 0 }],
    });
  }
  if (method === 'groups.getById') return give(response, { groups: [vkGroup], profiles: [] });
  const upload = /^(photos|docs)\.getMessagesUploadServer$/.exec(method)?.[1];
  if (upload) return give(response, { upload_url: `${vk.url}/upload/${upload}` });
  if (method === 'photos.saveMessagesPhoto') return give(response, [kept(input.get('photo'))]);
  if (method === 'docs.save') {
    return give(response, { type: 'doc', doc: kept(input.get('file')) });
  }
  if (method !== 'users.get') return refuse(response, 3, 'Unknown method passed');
  const ids = (input.get('user_ids') ?? '').split(',').map(Number);
  return give(
    response,
    ids.flatMap((id) => (vk.names.has(id) ? [{ id, ...vk.names.get(id) }] : [])),
  );
}

/** Takes a file to lay down; it has a name, and is nobody's before a message brings it. */
function lay(vk: Vk, kind: string, sent: Part[], response: ServerResponse): void {
  const field = kind === 'photos' ? 'photo' : 'file';
  const file = sent.find((one) => one.field === field);
  const isTaken = file && !/\.(exe|mp3)$/.test(file.fileName ?? '');
  const say = (said: object): void => void response.end(JSON.stringify(said));
  if (!isTaken) return say({ error: 'unknown error', error_descr: 'Wrong file type' });
  const id = vk.laid.length + 1;
  const name = `${kind === 'photos' ? 'photo' : 'doc'}-${vkGroup.id}_${id}`;
  vk.laid.push({ name, fileName: file.fileName ?? '', bytes: file.bytes });
  if (kind === 'docs') return say({ file: `${id}|kept` });
  return say({ server: 77, photo: `${id}|kept`, hash: 'f00d' });
}

const kept = (ticket: string | null) => ({
  id: Number(ticket?.split('|')[0]),
  owner_id: -vkGroup.id,
});

function send(vk: Vk, input: URLSearchParams, response: ServerResponse): void {
  vk.sends += 1;
  const { mood } = vk;
  if (typeof mood === 'object') return refuse(response, mood.refuses, mood.words);
  const randomId = Number(input.get('random_id'));
  if (!input.has('random_id') || !Number.isInteger(randomId)) {
    return refuse(response, 100, 'One of the parameters specified was missing: random_id');
  }
  const peerId = Number(input.get('peer_id'));
  const before = vk.messages.find((one) => one.randomId === randomId && one.peerId === peerId);
  const message = before ?? {
    id: vk.messages.length + 1,
    peerId,
    text: input.get('message') ?? '',
    randomId,
    attachments: (input.get('attachment') ?? '').split(',').filter((name) => name !== ''),
  };
  if (!before) vk.messages.push(message);
  if (mood === 'cuts_after_words') return void response.destroy();
  if (mood === 'stammers') return void response.end('<html>502</html>');
  return give(response, message.id);
}

function give(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ response: value }));
}

function refuse(response: ServerResponse, code: number, words: string): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({ error: { error_code: code, error_msg: words, request_params: [] } }),
  );
}
