import { type Random, randomOf } from '../../testing/random.ts';
import { Asterisk } from '../../testing/telephony/asterisk.ts';
import type { Headers } from '../../testing/telephony/ami-door.ts';
import {
  describedCall,
  mangoCall,
  type Sent,
  zadarmaCall,
} from '../../testing/telephony/cloud-samples.ts';
import { newMessage, vkEvent, vkMessage } from '../../testing/vk/events.ts';

/** One piece of news, as whoever brings it would bring it, by the way that it comes. */
export type News =
  | { by: 'telegram'; body: object }
  | { by: 'vk'; body: object }
  | { by: 'mango' | 'zadarma' | 'generic'; sent: Sent }
  | { by: 'asterisk'; event: Headers }
  | { by: 'chat'; token: string; key: string; text: string }
  | { by: 'form'; key: string; phone: string; name: string; wanted: string };

/** The subscriber of the base who writes from an account that nobody knew. */
export const knownPhone = '+79139990000';

const words = ['Нет интернета', 'Сколько стоит 500 Мбит/с?', 'Роутер мигает', 'Спасибо', 'Дом 5'];
const people = 5;
const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

/**
 * What came by all channels on one day, in order: what people wrote and changed, what they pressed
 * and sent, what exchanges told of calls, and what nobody understands. The same for the same seed.
 * @param now seconds since 1970, after all of it
 */
export function recordedDay(seed: number, now: number): News[] {
  const random = randomOf('day', seed);
  return [
    ...upTo(people).flatMap((at) => telegramOf(random, at, now)),
    ...upTo(people).flatMap((at) => vkOf(random, at, now)),
    ...cloudCalls(random, now),
    ...asteriskCalls(random),
    ...upTo(people).flatMap((at) => chatOf(random, at)),
    ...upTo(people).flatMap((at) => formsOf(random, at)),
  ];
}

let updates = 0;
const update = (body: object): News => {
  updates += 1;
  return { by: 'telegram', body: { update_id: updates, ...body } };
};

function telegramOf(random: Random, at: number, now: number): News[] {
  const id = 700_000 + at;
  const chat = { id, type: 'private' };
  const base = { from: { id, is_bot: false, first_name: `Иван ${at}` }, chat, date: now };
  const message = (number: number, parts: object, more: object = {}): object => ({
    ...base,
    message_id: number,
    ...parts,
    ...more,
  });
  const news = upTo(random.between(1, 4)).flatMap((number) => {
    const text = `${random.pick(words)} ${number}`;
    const edits = upTo(random.between(0, 3)).map((time) =>
      // Several may fall into one second.
      update({
        edited_message: message(number, { text: `${text}, ${time}` }, { edit_date: now - 5 }),
      }),
    );
    return [update({ message: message(number, { text }) }), ...edits];
  });
  const phone_number = knownPhone.slice(1);
  const document = { file_id: `file-${id}`, file_name: 'договор.pdf' };
  const key = { text: 'Перезвоните', callback_data: 'call' };
  const pressed = { chat, reply_markup: { inline_keyboard: [[key]] } };
  const group = { chat: { id: -5, type: 'group' }, text: 'Всем привет' };
  return [
    ...news,
    ...(at === 0
      ? [update({ message: message(10, { contact: { phone_number, user_id: id } }) })]
      : []),
    update({ message: message(11, { document, caption: 'Вот' }) }),
    update({
      callback_query: { id: `press-${at}`, from: base.from, data: 'call', message: pressed },
    }),
    update({ my_chat_member: { from: base.from, chat } }),
    update({ message: message(12, { dice: { value: at } }) }),
    update({ message: message(13, group) }),
  ];
}

function vkOf(random: Random, at: number, now: number): News[] {
  const id = 800_000 + at;
  const bring = (body: object): News => ({ by: 'vk', body });
  const news = upTo(random.between(1, 4)).flatMap((index) => {
    const number = index + 1;
    const text = `${random.pick(words)} ${number}`;
    const edits = upTo(random.between(0, 3)).map((time) => {
      // Several may fall into one second; the message's version tells them apart.
      const update_time = now - 60 + (time >> 1);
      const changed = { text: `${text}, ${time}`, update_time, version: 20_000 + time };
      return bring(vkEvent('message_edit', vkMessage(id, number, changed)));
    });
    return [bring(newMessage(id, number, { text })), ...edits];
  });
  return [
    ...news,
    bring(vkEvent('message_allow', { user_id: id, key: '' })),
    bring(newMessage(id, 20, { peer_id: 2_000_000_001, text: 'В беседе' })),
    bring(vkEvent('wall_post_new', { id: at, text: 'Пост' })),
  ];
}

const samples = { mango: mangoCall, zadarma: zadarmaCall, generic: describedCall };

function cloudCalls(random: Random, now: number): News[] {
  return (['mango', 'zadarma', 'generic'] as const).flatMap((by, provider) =>
    upTo(4).flatMap((at): News[] => {
      const phone = `7913${String(1_000_000 + provider * 100 + (at >> 1))}`;
      const call = { call: `${by}-${at}`, phone, at: now - 900 + at * 200 };
      return samples[by](call, random.chance(0.5)).map((sent) => ({ by, sent }));
    }),
  );
}

/** What an exchange told of calls that were answered, missed, and dialled on the phone itself. */
function asteriskCalls(random: Random): News[] {
  const pbx = new Asterisk();
  const told: Headers[] = [];
  pbx.door.tell = (event) => void told.push(event);
  for (const at of upTo(5)) {
    const linkedId = pbx.ring({ from: `7914${String(1_000_000 + at)}`, at: ['101', '102'] });
    if (random.chance(0.5)) pbx.answer(linkedId, random.pick(['101', '102']));
    if (random.chance(0.5)) pbx.recordInto(linkedId, `in-${at}.wav`);
    pbx.hangUp(linkedId);
  }
  const out = pbx.dialOut('101', '79149990000');
  pbx.outside(out, random.pick(['ANSWER', 'BUSY', 'NOANSWER']));
  return told.map((event) => ({ by: 'asterisk', event }));
}

const chatOf = (random: Random, at: number): News[] =>
  upTo(random.between(1, 4)).map((number) => ({
    by: 'chat',
    token: `visitor-${at}`.padEnd(40, '-'),
    key: `line-${at}-${number}`.padEnd(20, '-'),
    text: `${random.pick(words)} ${number}`,
  }));

const formsOf = (random: Random, at: number): News[] =>
  upTo(random.between(1, 2)).map((number) => ({
    by: 'form',
    key: `form-${at}-${number}`,
    phone: `+7915${String(1_000_000 + at)}`,
    name: `Ольга ${at}`,
    wanted: `${random.pick(words)} ${number}`,
  }));
