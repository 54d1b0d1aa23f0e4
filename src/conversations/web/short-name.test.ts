import { expect, test } from 'vitest';
import { shortName } from './short-name.ts';

test.each([
  ['Медина Мария Алексеевна', 'Медина М. А.'],
  ['Щеглин Анатолий Семёнович', 'Щеглин А. С.'],
  ['Ольга', 'Ольга'],
  ['Жуков Пётр', 'Жуков Пётр'],
  ['ООО Первая линия', 'ООО Первая линия'],
  ['Mary Ann Smith', 'Mary Ann Smith'],
  ['Сервисный центр имени Ильича', 'Сервисный центр имени Ильича'],
])('%s stands in a list as %s', (name, short) => {
  expect(shortName(name)).toBe(short);
});
