/** A part of a pattern: any of these, each a pattern in words of mail programs and people. */
export const anyOf = (...phrases: readonly string[]): string => `(?:${phrases.join('|')})`;
