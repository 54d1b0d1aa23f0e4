import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../../../kernel/result.ts';
import { readEmail, type ReadEmail } from '../read-email.ts';

const folder = join(import.meta.dirname, '../corpus');

/** Ends of lines as files have them, as the wire has them, and as a careless program mixes them. */
export const endings = ['LF', 'CRLF', 'mixed'] as const;
export type Ending = (typeof endings)[number];

export const corpusNames = readdirSync(folder)
  .filter((file) => file.endsWith('.eml'))
  .map((file) => file.slice(0, -'.eml'.length));

/** A message of the corpus as its bytes, with ends of lines of one kind. */
export function corpusMail(name: string, ending: Ending): Buffer {
  const text = readFileSync(join(folder, `${name}.eml`), 'utf8');
  if (ending === 'LF') return Buffer.from(text);
  let count = 0;
  const isReturned = () => ending === 'CRLF' || (count += 1) % 3 === 0;
  return Buffer.from(text.replaceAll('\n', () => (isReturned() ? '\r\n' : '\n')));
}

export async function readCorpus(name: string, ending: Ending): Promise<ReadEmail> {
  return must(await readEmail(corpusMail(name, ending)));
}

/** What a message holds in words, in any order: nothing may be lost or doubled on the way. */
export const wordsOf = (text: string) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).toSorted();
