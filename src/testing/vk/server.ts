import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server answers a message that the community sends. */
export type VkMood =
  | 'takes'
  /** Keeps the message and cuts the line before it says so. */
  | 'cuts_after_words'
  /** Answers with what is no JSON, as a broken proxy does. */
  | 'stammers'
  | { refuses: number; words: string };

export type VkMessage = { id: number; peerId: number; text: string; randomId: number };

export type Vk = {
  /** The address of the API, for the channel's settings. */
  url: string;
  mood: VkMood;
  /** What people see: a message whose random_id came before is that message. */
  messages: VkMessage[];
  /** How often messages.send was asked for, repeats included. */
  sends: number;
  names: Map<number, { first_name: string; last_name: string }>;
  /** Files by their path. */
  files: Map<string, Buffer>;
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
    files: new Map(),
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
  const input = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  const method = /^\/(?:method\/)?([\w.]+)$/.exec(url.pathname)?.[1];
  if (method === undefined) return void response.writeHead(404).end();
  const isKnown = input.get('access_token') === vkToken;
  if (!isKnown) return refuse(response, 5, 'User authorization failed: invalid access_token (4).');
  if (input.get('v') === null) return refuse(response, 8, 'Invalid request: v is required');
  if (method === 'messages.send') return send(vk, input, response);
  if (method === 'groups.getById') return give(response, { groups: [vkGroup], profiles: [] });
  if (method !== 'users.get') return refuse(response, 3, 'Unknown method passed');
  const ids = (input.get('user_ids') ?? '').split(',').map(Number);
  return give(
    response,
    ids.flatMap((id) => (vk.names.has(id) ? [{ id, ...vk.names.get(id) }] : [])),
  );
}

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
