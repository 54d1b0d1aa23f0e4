import { type Troubled, troubleOf } from './trouble.ts';

const NEVER = 'ERR_BAD_PORT';

/** Before these nothing went over. */
const beforeWords: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  NEVER,
]);

/** What broke a call of fetch, which wraps what happened in a `cause`. */
export function lineTrouble(error: unknown): Troubled & { code: string } {
  let inner = error;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  const { code, name } = inner as { code?: unknown; name?: string };
  // fetch calls no port that belongs to another service, such as mail's.
  if (words(inner) === 'bad port')
    return { trouble: 'unreachable', words: 'bad port', code: NEVER };
  const isSilent = name === 'TimeoutError' || name === 'AbortError';
  const troubled = troubleOf(inner);
  return {
    words: troubled.words,
    trouble: isSilent ? 'no_answer' : troubled.trouble,
    code: typeof code === 'string' ? code : '',
  };
}

/** Whether for certain no word went over: the line was never open. */
export function hasNotBegun(error: unknown): boolean {
  const { code, trouble } = lineTrouble(error);
  return beforeWords.has(code) || trouble === 'certificate' || trouble === 'no_encryption';
}

const words = (error: unknown): string => (error instanceof Error ? error.message : '');
