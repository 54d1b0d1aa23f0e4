import { MOST_DAYS } from '../../kernel/list/windows.ts';
import type { Cursor } from './phrase-cursor.ts';
import type { Vocabulary } from './vocabulary.ts';

/** "30 days", in any of the word's forms. */
export function readDays(cursor: Cursor, { phrase }: Vocabulary): number | null {
  const found = cursor.match(
    new RegExp(String.raw`(\d{1,4}) ?(?:${phrase('dayForms')})(?!\p{L})`, 'u'),
  );
  const count = Number(found?.[1] ?? 0);
  return count > 0 && count <= MOST_DAYS ? count : null;
}
