import { expect, test } from 'vitest';
import { maskedName } from './masked-name.ts';

test.each([
  ['Иванов Пётр Сергеевич', 'И***в П*** С***'],
  ['Ли Ян', 'Л*** Я***'],
  ['ООО «Ромашка»', 'О*** «***'],
  ['  ', ''],
])('of %s is left %s', (name, left) => {
  expect(maskedName(name)).toBe(left);
});
