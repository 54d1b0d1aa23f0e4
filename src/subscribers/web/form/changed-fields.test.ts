import { expect, test } from 'vitest';
import { emptyRecord, recordInput, type RecordValues } from './record-values.ts';
import { carriedOver, changedFields } from './changed-fields.ts';

const began: RecordValues = {
  ...emptyRecord,
  lastName: 'Котова',
  note: 'Вежлива',
  ownerStaffId: '7',
  attributes: { router: 'Лиман', score: 3 },
};

const sent = (changes: Partial<RecordValues>) =>
  changedFields(
    recordInput(began, began.attributes),
    recordInput({ ...began, ...changes }, began.attributes),
  );

test('a form that nobody changed sends nothing', () => {
  expect(sent({})).toEqual({});
});

test('only what was changed is sent, emptied fields as none', () => {
  expect(sent({ note: 'Строга', ownerStaffId: null })).toEqual({
    note: 'Строга',
    ownerStaffId: null,
  });
  expect(sent({ attributes: { ...began.attributes, score: 4 } })).toEqual({
    attributes: { score: 4 },
  });
});

test('who becomes an organisation gets its whole name and loses the parts', () => {
  expect(sent({ kind: 'organisation', displayName: 'ООО «Кот»' })).toEqual({
    kind: 'organisation',
    displayName: 'ООО «Кот»',
    lastName: null,
  });
});

test('one’s own changes are carried over to what a colleague saved', () => {
  const mine = { ...began, note: 'Строга', attributes: { router: 'Лиман', score: 4 } };
  const theirs = {
    ...began,
    ownerStaffId: '9',
    note: 'Тиха',
    attributes: { router: 'Кинетик', score: 3 },
  };
  expect(carriedOver(began, mine, theirs)).toEqual({
    ...began,
    ownerStaffId: '9',
    note: 'Строга',
    attributes: { router: 'Кинетик', score: 4 },
  });
});
