import { MAX_ID_CHARS, MAX_REFERENCES } from '../limits.ts';
import { cleanLine } from '../letters/clean-text.ts';

/**
 * The identifiers of a header without their angle brackets, each once, in order. Of more than a
 * hundred the first stays, which began it all, and the last. Some programs leave the brackets out.
 */
export function readMessageIds(fields: string[]): string[] {
  const found = new Set<string>();
  for (const field of fields) {
    const inBrackets = [...field.matchAll(/<([^<>]+)>/g)].map(([, id = '']) => id);
    const ids = inBrackets.length > 0 ? inBrackets : field.split(/[\s,<>]+/).filter(hasAt);
    for (const id of ids) found.add(cleanLine(id.replaceAll(/\s/g, ''), MAX_ID_CHARS));
  }
  found.delete('');
  const all = [...found];
  return all.length <= MAX_REFERENCES
    ? all
    : [...all.slice(0, 1), ...all.slice(1 - MAX_REFERENCES)];
}

const hasAt = (word: string) => word.includes('@');
