import { expect, test } from 'vitest';
import { ownFields } from '../list/own-fields.ts';
import en from '../web/en.json' with { type: 'json' };
import ru from '../web/ru.json' with { type: 'json' };
import { columnName, fields } from './columns.ts';

test.each([
  ['Russian', ru],
  ['English', en],
])('every field has a name in %s', (_, texts) => {
  expect(fields.filter((field) => field !== 'attributes' && !(field in texts.fields))).toEqual([]);
});

test('every field is a column of the list', () => {
  // Parts of a name stand in the whole one; attributes are columns of their own.
  const elsewhere = ['lastName', 'firstName', 'middleName', 'attributes'];
  const listed = ownFields.map((one) => one.value);
  const missing = fields.filter((field) => !listed.includes(`s.${columnName(field)}`));
  expect(missing).toEqual(elsewhere);
});
