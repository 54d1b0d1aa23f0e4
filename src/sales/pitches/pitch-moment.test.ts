import { expect, test } from 'vitest';
import { type Moment, silenceOf } from './pitch-moment.ts';

const calm: Moment = {
  subject: 'tariff',
  words: [],
  status: 'active',
  hasOutage: false,
  hasOpenTicket: false,
};

test.each([
  ['Хочу расторгнуть договор', 'leaving'],
  ['Отключите меня, пожалуйста, с первого числа', 'leaving'],
  ['Мы переезжаем, что делать с договором?', 'leaving'],
  ['Не работает интернет, буду отказываться от ваших услуг', 'leaving'],
  ['Решили перейти к другому провайдеру', 'leaving'],
  ['Please cancel my contract', 'leaving'],
  ['Это безобразие, третий день без связи', 'complaint'],
  ['Верните деньги за август', 'complaint'],
  ['Пишу жалобу на вашего мастера', 'complaint'],
  ['I want to complain about the bill', 'complaint'],
  ['У меня не работает интернет', 'fault'],
  ['Нет связи с утра', 'fault'],
  ['Интернет пропал после грозы', 'fault'],
  ['Скорость медленная по вечерам', 'fault'],
  ['Роутер мигает красным', 'fault'],
  ['No internet since yesterday', 'fault'],
])('%s: %s', (text, silence) => {
  expect(silenceOf({ ...calm, words: ['Добрый день!', text] })).toBe(silence);
});

test.each([
  'Хочу подключить телевидение',
  'Какая скорость на тарифе «Домашний 100»?',
  'Сколько стоит статический адрес',
  'Не приходит квитанция',
  'Где посмотреть баланс?',
  'Работаете ли вы в субботу?',
  'Судя по сайту, у вас акция',
  'Как поменять владельца договора',
  'Do you have a faster plan?',
])('%s: a moment to offer', (text) => {
  expect(silenceOf({ ...calm, words: [text] })).toBeNull();
});

test('what is known keeps it silent without a word', () => {
  expect(silenceOf({ ...calm, subject: 'repair' })).toBe('fault');
  expect(silenceOf({ ...calm, subject: 'Жалоба на счёт' })).toBe('complaint');
  expect(silenceOf({ ...calm, hasOutage: true })).toBe('outage');
  expect(silenceOf({ ...calm, hasOpenTicket: true })).toBe('open_ticket');
  expect(silenceOf({ ...calm, status: 'suspended' })).toBe('not_served');
  expect(silenceOf({ ...calm, status: 'left' })).toBe('not_served');
  expect(silenceOf({ ...calm, status: null })).toBeNull();
});
