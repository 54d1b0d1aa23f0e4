import { expect, test } from 'vitest';
import type { Messenger } from '../api/kinds.ts';
import { normaliseMessenger } from './normalise-messenger.ts';

test.each<[string, Messenger, string]>([
  ['@Ivan_Petrov', 'telegram', 'ivan_petrov'],
  ['t.me/ivan_petrov', 'telegram', 'ivan_petrov'],
  ['https://t.me/ivan_petrov?start=1', 'telegram', 'ivan_petrov'],
  ['https://telegram.me/ivan_petrov/', 'telegram', 'ivan_petrov'],
  ['tg://resolve?domain=ivan_petrov', 'telegram', 'ivan_petrov'],
  ['vk.com/id1', 'vk', 'id1'],
  ['https://m.vk.com/ivan.petrov', 'vk', 'ivan.petrov'],
  ['https://vk.ru/ivan.petrov?from=search', 'vk', 'ivan.petrov'],
  ['id12345', 'vk', 'id12345'],
  ['https://wa.me/79123456789', 'whatsapp', '+79123456789'],
  ['https://wa.me/79123456789?text=Hi', 'whatsapp', '+79123456789'],
  ['https://api.whatsapp.com/send?phone=79123456789&text=1', 'whatsapp', '+79123456789'],
  ['https://max.ru/u/f9LHodD0cOI', 'max', 'u/f9LHodD0cOI'],
  ['https://max.ru/ivan_petrov', 'max', 'ivan_petrov'],
])('%s is %s %s', (input, messenger, handle) => {
  expect(normaliseMessenger(input, 'RU')).toEqual({ ok: true, messenger, handle });
});

test.each<[string, Messenger, string]>([
  ['ivan_petrov', 'telegram', 'ivan_petrov'],
  ['123456789', 'telegram', '123456789'],
  ['ivan.petrov', 'vk', 'ivan.petrov'],
  ['8 (912) 345-67-89', 'whatsapp', '+79123456789'],
])('%s in the column of %s is %s', (input, column, handle) => {
  expect(normaliseMessenger(input, 'RU', column)).toMatchObject({ ok: true, handle });
});

test('a link says more than the column it stands in', () => {
  expect(normaliseMessenger('vk.com/id1', 'RU', 'telegram')).toMatchObject({ messenger: 'vk' });
});

test.each<[string, Messenger | undefined, string]>([
  ['', undefined, 'empty'],
  ['ivan_petrov', undefined, 'unknown_messenger'],
  ['@a', undefined, 'bad_name'],
  ['@иван', undefined, 'bad_name'],
  ['t.me/joinchat/AAAA', undefined, 'not_a_person'],
  ['t.me/+AbCdEf', undefined, 'not_a_person'],
  ['vk.com/club123', undefined, 'not_a_person'],
  ['vk.com/wall-1_2', undefined, 'not_a_person'],
  ['wa.me/123', undefined, 'bad_name'],
  ['not a phone', 'whatsapp', 'bad_name'],
])('%j of the column %s is refused: %s', (input, column, code) => {
  expect(normaliseMessenger(input, 'RU', column)).toEqual({ ok: false, code });
});
