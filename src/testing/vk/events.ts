import { createHash } from 'node:crypto';
import { vkGroup } from './server.ts';

export const vkSecret = 'тайна_обратных_вызовов';
let count = 0;

/** An event as VK brings it, by its public description, signed with the community's secret. */
export function vkEvent(type: string, object: object, more: object = {}) {
  count += 1;
  return {
    type,
    event_id: createHash('sha1').update(String(count)).digest('hex'),
    v: '5.199',
    object,
    group_id: vkGroup.id,
    secret: vkSecret,
    ...more,
  };
}

/** A message in a talk with one person. */
export const vkMessage = (from: number, number: number, parts: object = {}) => ({
  date: 1_772_431_200,
  from_id: from,
  id: number,
  version: 10_000 + number,
  out: 0,
  fwd_messages: [],
  important: false,
  is_hidden: false,
  attachments: [],
  conversation_message_id: number,
  text: '',
  peer_id: from,
  random_id: 0,
  ...parts,
});

const senderProgram = {
  button_actions: ['text', 'open_link'],
  keyboard: true,
  inline_keyboard: true,
  carousel: true,
  lang_id: 0,
};

export const newMessage = (from: number, number: number, parts: object = {}) =>
  vkEvent('message_new', { message: vkMessage(from, number, parts), client_info: senderProgram });
