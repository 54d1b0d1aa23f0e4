import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitPersonName } from '../contacts/person-name.ts';
import {
  scoreSimilarity,
  type SimilarityReason,
  type SimilarityRecord,
  similarityThresholds,
  type SimilarityVerdict,
} from './similarity.ts';

const nothing: SimilarityRecord = {
  kind: 'person',
  person: null,
  organisation: null,
  phones: [],
  emails: [],
  documents: [],
  taxNumber: null,
  birthOn: null,
  addresses: [],
};
const home = 'томск|щорса|14|52';
const phone = '+79123456789';
const email = 'ivan@mail.ru';

function person(name: string, more: Partial<SimilarityRecord> = {}): SimilarityRecord {
  return { ...nothing, person: splitPersonName(name) ?? null, ...more };
}

function firm(organisation: string, more: Partial<SimilarityRecord> = {}): SimilarityRecord {
  return { ...nothing, kind: 'organisation', organisation, ...more };
}

type Case = [string, SimilarityRecord, SimilarityRecord, SimilarityVerdict, SimilarityReason[]];

describe('persons', () => {
  test.each<Case>([
    [
      'father and son at one address with one phone',
      person('Иванов Иван Петрович', { phones: [phone], addresses: [home], birthOn: '1960-01-02' }),
      person('Иванов Пётр Иванович', { phones: [phone], addresses: [home], birthOn: '1990-05-06' }),
      'household',
      ['same_phone', 'same_address', 'different_birth_date', 'different_name'],
    ],
    [
      'father and son of one name, whose patronymics differ',
      person('Иванов Иван Петрович', { phones: [phone], addresses: [home] }),
      person('Иванов Иван Иванович', { phones: [phone], addresses: [home] }),
      'household',
      ['same_phone', 'same_address', 'different_name'],
    ],
    [
      'grandfather and grandson of one whole name, born apart',
      person('Иванов Иван Петрович', { addresses: [home], birthOn: '1940-01-02' }),
      person('Иванов Иван Петрович', { addresses: [home], birthOn: '1990-05-06' }),
      'household',
      ['same_address', 'different_birth_date', 'same_name'],
    ],
    [
      'husband and wife, written with initials',
      person('Иванов И. И.', { phones: [phone], addresses: [home] }),
      person('Иванова И. И.', { phones: [phone], addresses: [home] }),
      'household',
      ['same_phone', 'same_address', 'different_gender'],
    ],
    [
      'twins',
      person('Иванова Анна Ивановна', {
        phones: [phone],
        addresses: [home],
        birthOn: '2000-01-02',
      }),
      person('Иванова Алла Ивановна', {
        phones: [phone],
        addresses: [home],
        birthOn: '2000-01-02',
      }),
      'household',
      ['same_phone', 'same_address', 'same_birth_date', 'different_name'],
    ],
    [
      'namesakes',
      person('Иванов Иван Иванович'),
      person('Иванов Иван Иванович'),
      'different',
      ['same_name'],
    ],
    [
      'namesakes born on other days',
      person('Иванов Иван Иванович', { birthOn: '1960-01-02' }),
      person('Иванов Иван Иванович', { birthOn: '1990-05-06' }),
      'different',
      ['different_birth_date', 'same_name'],
    ],
    [
      'one name and one phone',
      person('Иванов Иван Иванович', { phones: [phone] }),
      person('ИВАНОВ ИВАН', { phones: ['+79130000000', phone] }),
      'probable',
      ['same_phone', 'same_name'],
    ],
    [
      'one name, phone and flat',
      person('Семёнов Иван Иванович', { phones: [phone], addresses: [home] }),
      person('Семенов Иван Иванович', { phones: [phone], addresses: [home] }),
      'duplicate',
      ['same_phone', 'same_address', 'same_name'],
    ],
    [
      'one name and birth date',
      person('Иванов Иван Иванович', { birthOn: '1980-01-02' }),
      person('Иванов Иван Иванович', { birthOn: '1980-01-02' }),
      'probable',
      ['same_birth_date', 'same_name'],
    ],
    [
      'one name, birth date and e-mail',
      person('Иванов Иван Иванович', { birthOn: '1980-01-02', emails: [email] }),
      person('Ivanov Ivan', { birthOn: '1980-01-02', emails: [email] }),
      'duplicate',
      ['same_email', 'same_birth_date', 'same_name'],
    ],
    [
      'day and month of birth changed over',
      person('Иванов Иван Иванович', { birthOn: '1980-01-02', phones: [phone] }),
      person('Иванов Иван Иванович', { birthOn: '1980-02-01', phones: [phone] }),
      'probable',
      ['same_phone', 'similar_birth_date', 'same_name'],
    ],
    [
      'a slip in the surname and one phone',
      person('Иванов Иван Иванович', { phones: [phone] }),
      person('Ивнаов Иван Иванович', { phones: [phone] }),
      'probable',
      ['same_phone', 'similar_name'],
    ],
    [
      'initials, phone and flat',
      person('Иванов И. И.', { phones: [phone], addresses: [home] }),
      person('Иванов Иван Иванович', { phones: [phone], addresses: [home] }),
      'probable',
      ['same_phone', 'same_address', 'initials_fit'],
    ],
    [
      'surname and given name in each other’s columns',
      {
        ...nothing,
        phones: [phone],
        person: { lastName: 'Иванов', firstName: 'Пётр', middleName: null },
      },
      {
        ...nothing,
        phones: [phone],
        person: { lastName: 'Пётр', firstName: 'Иванов', middleName: null },
      },
      'probable',
      ['same_phone', 'swapped_name'],
    ],
    [
      'no names, but one phone and flat',
      person('', { phones: [phone], addresses: [home] }),
      person('Иванов Иван', { phones: [phone], addresses: [home] }),
      'probable',
      ['same_phone', 'same_address'],
    ],
    [
      'one passport',
      person('Иванов Иван Иванович', { documents: ['passport 6901 123456'] }),
      person('Иванов И.', { documents: ['passport 6901 123456'] }),
      'duplicate',
      ['same_document', 'initials_fit'],
    ],
    [
      'one taxpayer after marriage',
      person('Иванова Анна Петровна', { taxNumber: '701700000001', birthOn: '1990-01-02' }),
      person('Смирнова Анна Петровна', { taxNumber: '701700000001', birthOn: '1990-01-02' }),
      'probable',
      ['same_tax_number', 'same_birth_date', 'different_name'],
    ],
    [
      'two taxpayers of one name and phone',
      person('Иванов Иван Иванович', { taxNumber: '701700000001', phones: [phone] }),
      person('Иванов Иван Иванович', { taxNumber: '701700000002', phones: [phone] }),
      'different',
      ['different_tax_number', 'same_phone', 'same_name'],
    ],
    ['strangers', person('Иванов Иван'), person('Петров Пётр'), 'different', ['different_name']],
    ['nothing known', nothing, nothing, 'different', []],
  ])('%s', (_, a, b, verdict, reasons) => {
    const found = scoreSimilarity(a, b);
    expect(found.verdict).toBe(verdict);
    expect(found.reasons).toEqual(reasons);
  });
});

describe('organisations', () => {
  test.each<Case>([
    [
      'one tax number',
      firm('Ромашка', { taxNumber: '7017000001' }),
      firm('Ромашка', { taxNumber: '7017000001' }),
      'duplicate',
      ['same_tax_number', 'same_name'],
    ],
    [
      'one name, phone and e-mail',
      firm('Ромашка', { phones: [phone], emails: [email] }),
      firm('РОМАШКА', { phones: [phone], emails: [email] }),
      'probable',
      ['same_phone', 'same_email', 'same_name'],
    ],
    [
      'two firms of one accountant',
      firm('Ромашка', { phones: [phone], addresses: [home] }),
      firm('Лютик', { phones: [phone], addresses: [home] }),
      'different',
      ['same_phone', 'same_address', 'different_name'],
    ],
    [
      'schools with other numbers',
      firm('Средняя школа № 5', { emails: [email] }),
      firm('Средняя школа № 6', { emails: [email] }),
      'different',
      ['same_email', 'different_name'],
    ],
    [
      'a trader and the same person at home',
      {
        ...firm('Иванов Иван Иванович', { phones: [phone] }),
        person: splitPersonName('Иванов Иван Иванович')!,
      },
      person('Иванов Иван Иванович', { phones: [phone] }),
      'different',
      ['same_phone', 'different_kind', 'same_name'],
    ],
  ])('%s', (_, a, b, verdict, reasons) => {
    const found = scoreSimilarity(a, b);
    expect(found.verdict).toBe(verdict);
    expect(found.reasons).toEqual(reasons);
  });
});

const records: fc.Arbitrary<SimilarityRecord> = fc.record({
  kind: fc.constantFrom('person' as const, 'organisation' as const),
  person: fc
    .constantFrom('Иванов Иван Иванович', 'Иванова Анна', 'Петров П. П.', 'Ивонов Иван', '')
    .map((name) => splitPersonName(name) ?? null),
  organisation: fc.constantFrom(null, 'Ромашка', 'Рамашка', 'Лютик'),
  phones: fc.subarray([phone, '+79130000000']),
  emails: fc.subarray([email, 'anna@mail.ru']),
  documents: fc.subarray(['passport 1', 'passport 2']),
  taxNumber: fc.constantFrom(null, '701700000001', '701700000002'),
  birthOn: fc.constantFrom(null, '1980-01-02', '1980-02-01', '1990-05-06'),
  addresses: fc.subarray([home, 'томск|мира|1|1']),
});

test('a score is between 0 and 1, whichever record comes first', () => {
  fc.assert(
    fc.property(records, records, (a, b) => {
      const found = scoreSimilarity(a, b);
      expect(found.score).toBeGreaterThanOrEqual(0);
      expect(found.score).toBeLessThanOrEqual(1);
      expect(scoreSimilarity(b, a)).toEqual(found);
      const isShown = found.verdict === 'duplicate' || found.verdict === 'probable';
      expect(isShown).toBe(found.score >= similarityThresholds.probable);
    }),
    { numRuns: 500 },
  );
});

test('one more thing in common never lowers the score', () => {
  fc.assert(
    fc.property(records, records, (a, b) => {
      const both = [...a.phones, '+79999999990'];
      const before = scoreSimilarity(a, b).score;
      const after = scoreSimilarity({ ...a, phones: both }, { ...b, phones: both }).score;
      expect(after).toBeGreaterThanOrEqual(before);
    }),
  );
});
