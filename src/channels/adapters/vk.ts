import { z } from 'zod';
import { NotGiven } from './not-given.ts';
import type { Delivery } from './delivery.ts';
import { hasNotBegun, lineTrouble } from './line-trouble.ts';
import type { Troubled } from './trouble.ts';

export type VkAccess = { apiUrl: string; token: string };

/** Of this version are the shapes that we read and write. */
const VERSION = '5.199';
const ANSWER_MS = 15_000;

/** VK says no in the body of a good answer. */
export class VkRefusal extends Error {
  readonly code: number;
  constructor(code: number, words: string) {
    super(words);
    this.code = code;
  }
}

const Answer = z.union([
  z.object({ response: z.unknown() }),
  z.object({ error: z.object({ error_code: z.int(), error_msg: z.string().default('') }) }),
]);

/** Asks one method of the API; a no is thrown as `VkRefusal`. */
export async function ask(
  { apiUrl, token }: VkAccess,
  method: string,
  input: Record<string, string>,
  signal?: AbortSignal,
): Promise<unknown> {
  const response = await fetch(`${apiUrl}/method/${method}`, {
    method: 'POST',
    // In the body, where no log of an address finds it.
    body: new URLSearchParams({ ...input, access_token: token, v: VERSION }),
    signal: AbortSignal.any([AbortSignal.timeout(ANSWER_MS), ...(signal ? [signal] : [])]),
    redirect: 'error',
  });
  const answer = Answer.parse(await response.json());
  if ('error' in answer) throw new VkRefusal(answer.error.error_code, answer.error.error_msg);
  return answer.response;
}

/** What the community is called; its token says for which it was given. */
export async function askGroup(access: VkAccess, groupId: string): Promise<string> {
  const Groups = z.union([
    z.array(z.object({ name: z.string() })),
    z.object({ groups: z.array(z.object({ name: z.string() })) }),
  ]);
  const found = Groups.parse(await ask(access, 'groups.getById', { group_id: groupId }));
  const groups = Array.isArray(found) ? found : found.groups;
  return groups[0]?.name ?? '';
}

/** What a person is called; empty where VK does not say. */
export async function askName(
  access: VkAccess,
  userId: string,
  signal: AbortSignal,
): Promise<string> {
  const Users = z.array(
    z.object({ first_name: z.string().default(''), last_name: z.string().default('') }),
  );
  const [user] = Users.parse(await ask(access, 'users.get', { user_ids: userId }, signal));
  return user ? `${user.first_name} ${user.last_name}`.trim() : '';
}

/**
 * Up to which of the community's messages somebody has read (`out_read` of a conversation,
 * https://dev.vk.com/method/messages.getConversationsById); 0 where VK does not say.
 */
export async function askReadThrough(
  access: VkAccess,
  peerId: string,
  signal: AbortSignal,
): Promise<number> {
  const Talks = z.object({ items: z.array(z.object({ out_read: z.int().default(0) })) });
  const input = { peer_ids: peerId };
  const { items } = Talks.parse(await ask(access, 'messages.getConversationsById', input, signal));
  return items[0]?.out_read ?? 0;
}

type Leaving = { peerId: string; text: string; randomId: number; attachments: readonly string[] };

/**
 * Hands one message over. VK takes a message with a `random_id` that it has seen as that message,
 * so that whatever broke off may be handed over again.
 */
export async function sendVk(
  access: VkAccess,
  { peerId, text, randomId, attachments }: Leaving,
  signal: AbortSignal,
): Promise<Delivery> {
  try {
    const input = {
      peer_id: peerId,
      message: text,
      random_id: String(randomId),
      ...(attachments.length > 0 && { attachment: attachments.join(',') }),
    };
    const id = await ask(access, 'messages.send', input, signal);
    return { outcome: 'sent', providerId: typeof id === 'number' ? String(id) : '' };
  } catch (error) {
    return refusedBy(error);
  }
}

export const refusedBy = (error: unknown) => ({
  outcome: outcomeOf(error),
  ...vkTrouble(error),
  ...waitOf(error),
});

/** https://dev.vk.com/reference/errors: these are of the moment and not of the message. */
const passing: ReadonlySet<number> = new Set([1, 6, 9, 10, 29, 603]);
const ofToken: ReadonlySet<number> = new Set([5, 15, 17, 27, 28]);
/** The other side has not allowed, or has forbidden, to be written to. */
const closed: ReadonlySet<number> = new Set([7, 18, 900, 901, 902, 936, 983]);
const TOO_MANY_A_SECOND = 6;
const FLOOD = 9;

function outcomeOf(error: unknown): 'later' | 'refused' | 'unknown' {
  if (!(error instanceof VkRefusal)) return hasNotBegun(error) ? 'later' : 'unknown';
  return passing.has(error.code) || ofToken.has(error.code) ? 'later' : 'refused';
}

function waitOf(error: unknown): { waitSeconds?: number } {
  if (!(error instanceof VkRefusal)) return {};
  if (error.code === TOO_MANY_A_SECOND) return { waitSeconds: 1 };
  return error.code === FLOOD ? { waitSeconds: 300 } : {};
}

/** What a failure of VK's or of the line comes to; the token stands in no word of it. */
export function vkTrouble(error: unknown): Troubled {
  if (!(error instanceof VkRefusal)) {
    const { trouble, words } = lineTrouble(error);
    return { trouble, words };
  }
  const { code, message: words } = error;
  if (ofToken.has(code)) return { trouble: 'wrong_token', words };
  if (closed.has(code)) return { trouble: 'blocked', words };
  if (code === TOO_MANY_A_SECOND || code === FLOOD) return { trouble: 'too_fast', words };
  return { trouble: passing.has(code) ? 'other' : 'not_accepted', words };
}

const FILE_MS = 120_000;
const MOST_HOPS = 4;
/** Where VK keeps what people send; an event that names another place is not followed there. */
const fileHosts =
  /(^|\.)(vk\.com|vk\.ru|userapi\.com|vkuser\.net|vkuserphoto\.ru|mycdn\.me|okcdn\.ru)$/;

/** Whether an address is of VK's servers, or of whatever stands in their place. */
export function isVks(url: URL, apiUrl: string): boolean {
  if (url.origin === new URL(apiUrl).origin) return true;
  return url.protocol === 'https:' && url.port === '' && fileHosts.test(url.hostname);
}

/** A file's bytes as they come, from VK's own servers alone, whoever they send us on to. */
export async function openVkFile(
  apiUrl: string,
  place: string,
  signal: AbortSignal,
): Promise<Response> {
  let url = new URL(place);
  for (let hop = 0; hop < MOST_HOPS; hop += 1) {
    if (!isVks(url, apiUrl)) throw new NotGiven('not_theirs');
    const response = await fetch(url, {
      signal: AbortSignal.any([AbortSignal.timeout(FILE_MS), signal]),
      redirect: 'manual',
    });
    const next = response.headers.get('location');
    if (response.ok) return response;
    await response.body?.cancel();
    if (response.status === 404 || response.status === 410) throw new NotGiven('gone');
    if (next === null) throw new Error(`the file was not given: ${response.status}`);
    url = new URL(next, url);
  }
  throw new Error('the file was not given: sent on too often');
}
