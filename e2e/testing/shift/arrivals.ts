import { setTimeout as pause } from 'node:timers/promises';
import { letter } from '../../../src/conversations/testing/mailbox.ts';
import { newMessage } from '../../../src/testing/vk/events.ts';
import { type Counterparts, visitorToken } from './counterparts.ts';

/** Somebody who turns to us once, by one of the channels, with words that nobody else has. */
export type Arrival = {
  by: 'form' | 'email' | 'telegram' | 'vk' | 'chat' | 'call';
  words: string;
  /** The visitor's secret, of a chat. */
  token: string;
  /** Brings it, again where asked; throws where it was not taken. */
  bring: () => Promise<void>;
};

const order = ['form', 'telegram', 'email', 'vk', 'chat', 'call'] as const;

const json = { 'content-type': 'application/json', 'x-requested-with': 'bereg' };

async function post(url: string, body: object, headers: Record<string, string> = {}) {
  const init = { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) };
  const answer = await fetch(url, init);
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
}

/** So many people, each channel's turn after the other. */
export function arrivals(address: string, them: Counterparts, count: number): Arrival[] {
  return Array.from({ length: count }, (_, at) => {
    const by = order[at % order.length] ?? 'form';
    const words = `Вопрос №${1000 + at}.`;
    const token = visitorToken();
    return { by, words, token, bring: () => bring({ address, them, by, words, token, at }) };
  });
}

type Bringing = Omit<Arrival, 'bring'> & { address: string; them: Counterparts; at: number };

async function bring({ address, them, by, words, token, at }: Bringing): Promise<void> {
  const phone = `7916${String(1_000_000 + at)}`;
  if (by === 'form') {
    const form = { name: `Гость ${at}`, phone: `+${phone}`, wanted: words, consent: true };
    const headers = { 'idempotency-key': `form-${at}`, 'x-forwarded-for': `203.0.113.${at % 250}` };
    return post(`${address}/api/public/requests`, form, headers);
  }
  if (by === 'email') {
    const from = `Guest ${at} <guest-${at}@home.example>`;
    const one = letter({ id: `${at}@home.example`, from, subject: `Guest ${at}`, text: words });
    return them.dovecot.deliver('support', one.text);
  }
  if (by === 'telegram') {
    const chat = { id: 100_000 + at, type: 'private' };
    const from = { id: chat.id, is_bot: false, first_name: `Гость ${at}` };
    const message = { message_id: 1, date: 1, from, chat, text: words };
    return post(
      `${address}/hooks/telegram/${them.ids.telegram}`,
      { update_id: at + 1, message },
      {
        'x-telegram-bot-api-secret-token': them.telegram.hook?.secret ?? '',
      },
    );
  }
  if (by === 'vk') {
    const event = { ...newMessage(100_000 + at, 1, { text: words }), event_id: `event-${at}` };
    return post(`${address}/hooks/vk/${them.ids.vk}`, event);
  }
  if (by === 'chat') {
    const line = { channelId: them.ids.chat, token, key: `line-${at}`.padEnd(20, '-') };
    return post(`${address}/api/public/chat/messages`, { ...line, text: words });
  }
  const linkedId = them.pbx.ring({ from: phone, at: ['199'] });
  them.pbx.hangUp(linkedId);
}

const BETWEEN_TRIES_MS = 500;

/** As a provider does it: again until it is taken, and now and then once more. */
export async function deliver({ by, bring: once }: Arrival, isRepeated: boolean): Promise<void> {
  for (let isTaken = false; !isTaken;) {
    isTaken = await once().then(
      () => true,
      () => false,
    );
    if (!isTaken) await pause(BETWEEN_TRIES_MS);
  }
  // A letter lies in its mailbox once, and a call cannot be made again.
  const canRepeat = by !== 'email' && by !== 'call';
  if (isRepeated && canRepeat) await once().catch(() => undefined);
}
