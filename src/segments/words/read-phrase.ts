import { distance } from 'fastest-levenshtein';
import { type Condition, conditionLimits, depthOf } from '../../kernel/conditions/condition.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import { calendarWindows, windowText } from '../../kernel/list/windows.ts';
import { Cursor } from './phrase-cursor.ts';
import { readDays } from './read-days.ts';
import { readQuestion } from './read-question.ts';
import { type Asked, foldedName, type Vocabulary } from './vocabulary.ts';

/**
 * Reads a sentence as `sayCondition` says it, and as people shorten it: "and" binds closer than
 * "or", brackets group, quotes may be left off where nothing else could be meant.
 * @returns what was not understood, with the words from there on
 */
export function readPhrase(phrase: string, words: Vocabulary): Result<Condition> {
  const cursor = new Cursor(phrase);
  const reader = { cursor, words, names: namesByLength(words) };
  const read = readAny(reader, 0);
  if (!read.ok) return read;
  if (!cursor.isAtEnd()) return cursor.stuck('segments.words_left_over');
  return depthOf(read.value) > conditionLimits.depth ? tooDeep : read;
}

type Reader = { cursor: Cursor; words: Vocabulary; names: readonly Asked[] };

const tooDeep = fail('segments.phrase_too_deep', {}, { phrase: 'segments.phrase_too_deep' });

/** Of two names that begin alike, the longer one is tried first. */
const namesByLength = ({ fields }: Vocabulary): Asked[] =>
  fields.toSorted((a, b) => b.label.length - a.label.length);

function readAny(reader: Reader, depth: number): Result<Condition> {
  return readJoined(
    reader,
    'or',
    () => readAll(reader, depth),
    (any) => ({ any }),
  );
}

function readAll(reader: Reader, depth: number): Result<Condition> {
  return readJoined(
    reader,
    'and',
    () => readOne(reader, depth),
    (all) => ({ all }),
  );
}

function readJoined(
  { cursor, words }: Reader,
  glue: 'and' | 'or',
  readPart: () => Result<Condition>,
  join: (parts: Condition[]) => Condition,
): Result<Condition> {
  const parts: Condition[] = [];
  do {
    const part = readPart();
    if (!part.ok) return part;
    parts.push(part.value);
  } while (cursor.takes(words.phrase(glue)));
  const [only] = parts;
  return ok(parts.length === 1 && only ? only : join(parts));
}

function readOne(reader: Reader, depth: number): Result<Condition> {
  const { cursor, words } = reader;
  if (depth > conditionLimits.depth * 2) return tooDeep;
  const named = takeName(reader);
  if (named) return readTest(reader, named);
  if (cursor.takes(words.phrase('not'))) {
    const inner = readOne(reader, depth + 1);
    return inner.ok ? ok({ not: inner.value }) : inner;
  }
  if (cursor.takes('(')) {
    const inner = readAny(reader, depth + 1);
    if (!inner.ok) return inner;
    return cursor.takes(')') ? inner : cursor.stuck('segments.bracket_open');
  }
  if (cursor.takes(words.phrase('everybody'))) return ok({ all: [] });
  if (cursor.takes(words.phrase('nobody'))) return ok({ any: [] });
  return unknownField(reader);
}

function takeName({ cursor, names }: Reader): Asked | undefined {
  // `takes` reads a bar as "or", which a name may hold itself.
  return names.find(({ label }) => cursor.takes(label.replaceAll('|', ' ')));
}

function readTest({ cursor, words }: Reader, field: Asked): Result<Condition> {
  const window = field.hasWindow ? readWindow(cursor, words) : '';
  if (window === null) {
    return cursor.stuck('segments.window_not_understood', { field: field.label });
  }
  const question = readQuestion(cursor, field, words);
  return question.ok ? ok({ field: field.key + window, ...question.value }) : question;
}

function readWindow(cursor: Cursor, words: Vocabulary): string | null {
  for (const named of calendarWindows) {
    if (cursor.takes(words.phrase(`window.${named}`))) return `@${windowText({ named })}`;
  }
  const before = cursor.at();
  const beginnings = words.phrase('window.days').replaceAll('{{value}}', '');
  const days = cursor.takes(beginnings) ? readDays(cursor, words) : null;
  if (days !== null) return `@${windowText({ days })}`;
  cursor.back(before);
  return null;
}

const MOST_SLIPS = 0.4;

/** Says which field was perhaps meant, where one is called much alike. */
function unknownField({ cursor, names }: Reader): Fail {
  const here = cursor.at();
  const said = foldedName(cursor.bare([]));
  cursor.back(here);
  const near = names
    .map(({ label }) => {
      const name = foldedName(label);
      return { label, slips: distance(name, said.slice(0, name.length)) / name.length };
    })
    .toSorted((a, b) => a.slips - b.slips)[0];
  return near && said !== '' && near.slips <= MOST_SLIPS
    ? cursor.stuck('segments.field_not_understood_like', { field: near.label })
    : cursor.stuck('segments.field_not_understood');
}
