import type { Messenger } from '../api/kinds.ts';
import { normalisePhone, type PhoneCountry } from './normalise-phone.ts';

export type MessengerFailure =
  | 'empty'
  /** Neither a link nor a mark says which messenger is meant. */
  | 'unknown_messenger'
  /** A group, a channel or a page: nobody answers there in person. */
  | 'not_a_person'
  | 'bad_name';

export type MessengerResult =
  | {
      ok: true;
      messenger: Messenger;
      /** Lower-case name without `@`, a numeric id, or E.164 for WhatsApp. */
      handle: string;
    }
  | { ok: false; code: MessengerFailure };

const hosts: readonly (readonly [RegExp, Messenger])[] = [
  [/^(?:t|telegram)\.me\/|^telegram\.dog\//u, 'telegram'],
  [/^tg:\/\/resolve\?domain=/u, 'telegram'],
  [/^(?:m\.)?vk\.(?:com|ru|me)\//u, 'vk'],
  [/^wa\.me\/|^api\.whatsapp\.com\/send\/?\?phone=|^whatsapp:\/\/send\/?\?phone=/u, 'whatsapp'],
  [/^(?:web\.)?max\.ru\//u, 'max'],
];

/** Names as each messenger allows them; Telegram sells ones of four letters. */
const names: Record<Exclude<Messenger, 'whatsapp'>, RegExp> = {
  telegram: /^(?:[a-z]\w{2,30}[a-z\d]|\d{5,15})$/u,
  vk: /^(?:id\d{1,12}|[a-z_][\w.]{2,31})$/u,
  max: /^(?:u\/[\w-]{5,100}|[a-z]\w{3,63}|id\d{5,15}_\w{1,20})$/u,
};

/** Paths that lead to groups and pages, not to a person. */
const notPersons: Partial<Record<Messenger, RegExp>> = {
  telegram: /^(?:joinchat|c|s|\+|addstickers|share)(?:\/|$|\w*-)|^\+/u,
  vk: /^(?:club|public|event|wall|feed|im|topic|video|album)(?:-?\d|$|\?)/u,
  max: /^join\//u,
};

/**
 * Reads a person's address in a messenger: `@name`, `t.me/name`, `vk.com/id1`, `wa.me/7912…`.
 * `column` says which messenger a bare name belongs to; `country` how a bare phone is written.
 */
export function normaliseMessenger(
  input: string,
  country: PhoneCountry,
  column?: Messenger,
): MessengerResult {
  const text = input.trim().replace(/^(?:https?:\/\/)?(?:www\.)?/iu, '');
  const lower = text.toLowerCase();
  if (text === '') return { ok: false, code: 'empty' };
  const host = hosts.find(([start]) => start.test(lower));
  const messenger = host?.[1] ?? column ?? (text.startsWith('@') ? 'telegram' : guess(lower));
  if (messenger == null) return { ok: false, code: 'unknown_messenger' };
  const hostLength = host ? (host[0].exec(lower)?.[0].length ?? 0) : 0;
  const path = foldPath(text.slice(hostLength).replace(/^@/u, ''));
  if (messenger === 'whatsapp') {
    const phone = normalisePhone(path.split(/[&?/]/u)[0] ?? '', country);
    return phone.ok ? { ok: true, messenger, handle: phone.e164 } : { ok: false, code: 'bad_name' };
  }
  if (notPersons[messenger]?.test(path)) return { ok: false, code: 'not_a_person' };
  const handle = path.replace(/[?#&].*$/u, '').replace(/\/$/u, '');
  return names[messenger].test(handle)
    ? { ok: true, messenger, handle }
    : { ok: false, code: 'bad_name' };
}

/** Names are alike in any case; the key in a MAX profile's link (`u/f9LHo…`) is not. */
function foldPath(path: string): string {
  return path.startsWith('u/') ? path : path.toLowerCase();
}

/** `id1` without a link is how VK names those who chose no name. */
function guess(text: string): Messenger | undefined {
  return /^id\d+$/u.test(text) ? 'vk' : undefined;
}
