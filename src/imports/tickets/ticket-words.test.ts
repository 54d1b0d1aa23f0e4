import { expect, test } from 'vitest';
import { priorityOf, stateOf } from './ticket-words.ts';

test.each([
  ['Открыт', 'ours'],
  ['новая', 'ours'],
  ['В работе', 'ours'],
  ['Переоткрыта', 'ours'],
  ['Не решено', 'ours'],
  ['unresolved', 'ours'],
  ['In Progress', 'ours'],
  ['Ждём абонента', 'theirs'],
  ['Ожидает решения', 'theirs'],
  ['on-hold', 'theirs'],
  ['Pending', 'theirs'],
  ['Решён', 'done'],
  ['Закрыта', 'done'],
  ['Выполнено', 'done'],
  ['Solved', 'done'],
  ['closed', 'done'],
  ['Resolved', 'done'],
  ['Фиолетовый', null],
])('state %s means %s', (word, expected) => {
  expect(stateOf(word)).toBe(expected);
});

test.each([
  ['Критический', 'urgent'],
  ['не срочно', 'low'],
  ['Высокий', 'high'],
  ['Highest', 'urgent'],
  ['Medium', 'normal'],
  ['низкий', 'low'],
  ['3', null],
])('priority %s means %s', (word, expected) => {
  expect(priorityOf(word)).toBe(expected);
});
