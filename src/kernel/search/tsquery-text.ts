import type { QueryLexeme, QueryToken } from './query-token.ts';

/** Words of the dictionary that a word with a slip may have meant, by that word. */
export type Expansions = ReadonlyMap<string, readonly string[]>;

/**
 * The query in PostgreSQL's notation, for a cast `$1::tsquery` (not `to_tsquery`, which would take
 * the lexemes apart again): AND across tokens, OR across readings. Every lexeme is quoted, so typed
 * text never becomes an operator. Undefined when nothing was typed.
 */
export function tsqueryText(
  tokens: readonly QueryToken[],
  expansions: Expansions = new Map(),
): string | undefined {
  const parts = tokens.map((token) => tokenText(token, expansions)).filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join(' & ');
}

/** Lexemes in the notation of a tsvector, for COPY or a cast `$1::tsvector`. */
export function tsvectorText(lexemes: Iterable<string>): string {
  return [...lexemes].map(quote).join(' ');
}

function tokenText(token: QueryToken, expansions: Expansions): string {
  const readings = token.readings.map((reading) => allOf(reading.lexemes));
  const meant = token.fuzzyWords.flatMap((word) => expansions.get(word) ?? []).map(quote);
  const distinct = [...new Set([...readings, ...meant])].filter((part) => part !== '');
  if (distinct.length === 0) return '';
  return distinct.length === 1 ? distinct.join('') : `(${distinct.join(' | ')})`;
}

function allOf(lexemes: readonly QueryLexeme[]): string {
  const parts = lexemes.map(({ text, isPrefix }) => quote(text) + (isPrefix ? ':*' : ''));
  return parts.length > 1 ? `(${parts.join(' & ')})` : parts.join('');
}

/** A quote and a backslash are doubled; a zero byte, which PostgreSQL cannot hold, is dropped. */
function quote(lexeme: string): string {
  if (isPlain.test(lexeme)) return `'${lexeme}'`;
  return `'${lexeme.replaceAll('\0', '').replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** By far the most lexemes have nothing to double. */
const isPlain = /^[^\0\\']*$/;
