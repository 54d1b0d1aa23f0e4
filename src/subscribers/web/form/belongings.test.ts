import { expect, test } from 'vitest';
import { Problem } from '../../../ui/problem.ts';
import { belongingsOf, fieldsAsTyped } from './belongings.ts';

const typed = { phone: '', otherPhone: ' ', email: 'a@b.ru', address: 'Ленина 1', passport: '' };

test('only what was typed is sent', () => {
  expect(belongingsOf(typed)).toEqual({
    contacts: [{ kind: 'email', value: 'a@b.ru' }],
    addresses: [{ text: 'Ленина 1' }],
    documents: [],
  });
});

test('a complaint about a contact stands at the field it was typed into', () => {
  const fields = { 'contacts.0.value': 'Похоже на опечатку', lastName: 'Слишком длинно' };
  const problem = new Problem({ status: 422, code: 'x', fields });
  expect((fieldsAsTyped(problem, typed) as Problem).fields).toEqual({
    email: 'Похоже на опечатку',
    lastName: 'Слишком длинно',
  });
});
