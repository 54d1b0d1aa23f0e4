import { type Fail, fail } from '../../kernel/result.ts';
import { isReadable } from './hear-words.ts';

type Given = { phrases: string; exceptions: string };

/** Why nothing can be heard by these phrases, if nothing can. */
export function refusePhrases({ phrases, exceptions }: Given): Fail | null {
  const code = 'retention.unreadable_phrases';
  if (!isReadable(phrases)) return fail(code, {}, { phrases: code });
  return exceptions === '' || isReadable(exceptions) ? null : fail(code, {}, { exceptions: code });
}
