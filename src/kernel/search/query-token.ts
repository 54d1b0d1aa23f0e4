export type QueryKind =
  | 'phone'
  | 'identifier'
  | 'email'
  | 'messenger'
  | 'ip'
  | 'mac'
  | 'ticket'
  | 'word';

/** A lexeme to be met whole, or by its beginning. */
export type QueryLexeme = { text: string; isPrefix: boolean };

/** One reading of what was typed: every lexeme must be in the document. */
export type Reading = { kind: QueryKind; lexemes: QueryLexeme[] };

/** One part of the query: the document must satisfy at least one of its readings. */
export type QueryToken = {
  typed: string;
  readings: Reading[];
  /** Folded words to look up in the dictionary of slips, the likeliest first; often none. */
  fuzzyWords: string[];
};

export function whole(text: string): QueryLexeme {
  return { text, isPrefix: false };
}

export function prefix(text: string): QueryLexeme {
  return { text, isPrefix: true };
}
