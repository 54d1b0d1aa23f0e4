import { type Operation, operationsOf, type TestValue } from '../../kernel/conditions/condition.ts';
import { isDay } from '../../kernel/conditions/read-values.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Cursor } from './phrase-cursor.ts';
import { readDays } from './read-days.ts';
import { opKey } from './say-condition.ts';
import { type Asked, foldedName, type Vocabulary } from './vocabulary.ts';

type Question = { op: Operation; value?: TestValue };
type One = string | number | boolean;

/** What is asked of a field that was named: the question and its values. */
export function readQuestion(cursor: Cursor, field: Asked, words: Vocabulary): Result<Question> {
  const begun = cursor.at();
  cursor.match(/[—–:-](?= )/);
  for (const { op, before } of formsOf(field, words)) {
    if (!cursor.takes(before)) continue;
    return readOperands(cursor, op, field, words);
  }
  // Where only the value is said, it is.
  const value = cursor.at() > begun ? readValue(cursor, field, words) : null;
  if (value !== null) return ok({ op: 'is', value });
  return cursor.stuck('segments.question_not_understood', { field: field.label });
}

type Form = { op: Operation; before: string };

/** The words before the value of each question that fits the field's type, the longest first. */
function formsOf(field: Asked, { phrase }: Vocabulary): Form[] {
  return operationsOf[field.type]
    .flatMap((op) =>
      phrase(`ops.${opKey(op, field)}`)
        .split('|')
        .map((form) => ({ op, before: (form.split('{{')[0] ?? '').trim() })),
    )
    .map(({ op, before }) => ({ op, before: before.replace(/^[—–:-] /, '') }))
    .filter(({ before }) => before !== '' && before !== '—')
    .toSorted((a, b) => b.before.length - a.before.length);
}

function readOperands(
  cursor: Cursor,
  op: Operation,
  field: Asked,
  words: Vocabulary,
): Result<Question> {
  const wrong = () => cursor.stuck('segments.value_not_understood', { field: field.label });
  switch (op) {
    case 'empty':
    case 'not_empty':
    case 'today':
      return ok({ op });
    case 'last_days':
    case 'next_days': {
      const days = readDays(cursor, words);
      return days === null ? wrong() : ok({ op, value: days });
    }
    case 'in':
    case 'not_in': {
      const values = readValues(cursor, field, words);
      return values === null ? wrong() : ok({ op, value: values });
    }
    case 'between': {
      const from = readValue(cursor, field, words);
      const to =
        from !== null && cursor.takes(words.phrase('to')) ? readValue(cursor, field, words) : null;
      return from === null || to === null ? wrong() : ok({ op, value: [from, to] });
    }
    default: {
      const value = readValue(cursor, field, words);
      return value === null ? wrong() : ok({ op, value });
    }
  }
}

function readValues(cursor: Cursor, field: Asked, words: Vocabulary): One[] | null {
  const values: One[] = [];
  do {
    const value = readValue(cursor, field, words);
    if (value === null) return null;
    values.push(value);
  } while (cursor.takes(words.phrase('separator').trim()));
  return values;
}

function readValue(cursor: Cursor, field: Asked, words: Vocabulary): One | null {
  switch (field.type) {
    case 'number':
      return readNumber(cursor);
    case 'money':
      return readMoney(cursor, words);
    case 'id':
      return Number(cursor.match(/\d{1,15}/)?.[0] ?? Number.NaN) || null;
    case 'boolean':
      if (cursor.takes(words.phrase('yes'))) return true;
      return cursor.takes(words.phrase('no')) ? false : null;
    case 'date':
    case 'instant':
      return readDay(cursor);
    case 'choice':
      return readChoice(cursor, field, words);
    default:
      return cursor.quoted() ?? (cursor.bare(joints(words)) || null);
  }
}

const joints = ({ phrase }: Vocabulary): string[] =>
  [phrase('and'), phrase('or')].flatMap((forms) => forms.split('|'));

function readNumber(cursor: Cursor): number | null {
  const found = cursor.match(/([-−]?)(\d{1,15})(?:[.,](\d{1,6}))?(?![\d])/);
  if (!found) return null;
  const [, sign = '', whole = '', part = ''] = found;
  return Number(`${sign && '-'}${whole}${part && `.${part}`}`);
}

function readMoney(cursor: Cursor, words: Vocabulary): number | null {
  const { phrase, currency, currencySign } = words;
  const value = readNumber(cursor);
  if (value === null) return null;
  cursor.takes([currency, currencySign, phrase('currency')].join('|'));
  return Math.round(value * 100);
}

function readDay(cursor: Cursor): string | null {
  const said = cursor.quoted();
  if (said !== null) return said === '' ? null : said;
  const dotted = cursor.match(/(\d\d?)\.(\d\d?)\.(\d{4})/);
  const [, d = '', m = '', y = ''] = dotted ?? [];
  const day = dotted
    ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
    : (cursor.match(/\d{4}-\d\d-\d\d/)?.[0] ?? '');
  return isDay(day) ? day : null;
}

/** By its name, quoted or not; a name that nobody has any more stands as it is. */
function readChoice(cursor: Cursor, field: Asked, words: Vocabulary): string | null {
  const byLength = (field.choices ?? []).toSorted((a, b) => b.label.length - a.label.length);
  const said = cursor.quoted();
  if (said === null) {
    const found = byLength.find(({ label }) => cursor.takes(label.replaceAll('|', ' ')));
    return found?.value ?? null;
  }
  const named = foldedName(said);
  const found = byLength.find(({ label }) => foldedName(label) === named);
  if (found) return found.value;
  return words.byKey.has(field.key) && said !== '' ? said : null;
}
