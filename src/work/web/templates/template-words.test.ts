import { expect, test } from 'vitest';
import { filledText, keptText, shownText, unfilledIn } from './template-words.ts';

const keys = ['name', 'balance'];
const t = (key: string): string =>
  ({ name: 'имя', balance: 'баланс' })[key.split('.').at(-1)!] ?? '';

test('variables are read and typed in words, and kept by their keys', () => {
  const kept = 'Здравствуйте, {{name}}! Баланс {{balance}}, {{other}}';
  const shown = 'Здравствуйте, {{имя}}! Баланс {{баланс}}, {{other}}';
  expect(shownText(kept, keys, t)).toBe(shown);
  expect(keptText(shown, keys, t)).toBe(kept);
  expect(keptText('{{ Имя }} {{name}}', keys, t)).toBe('{{name}} {{name}}');
});

test('what is known is filled in, and what is not is told', () => {
  const filled = filledText('{{name}}: {{balance}}', { name: 'Ольга', balance: null }, t);
  expect(filled).toBe('Ольга: {{баланс}}');
  expect(unfilledIn(`${filled} {{баланс}}`)).toEqual(['{{баланс}}']);
  expect(unfilledIn('{ и } и {{}}')).toEqual([]);
});
