/**
 * An expected failure is a value with a code, e.g. `subscribers.not_found`. Its status stands in
 * the domain's error table, its words in the domain's texts; `params` fill the blanks in those
 * words.
 */
export type Failure = {
  code: string;
  params?: Record<string, string | number> | undefined;
  /** Per input field: the code of what is wrong with it. */
  fields?: Record<string, string> | undefined;
};

export type Ok<T> = { ok: true; value: T };
export type Fail = { ok: false; failure: Failure };
export type Result<T> = Ok<T> | Fail;
/** What a use case returns that has nothing to tell but its success: `ok({})`. */
export type Done = Record<string, never>;

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

export const fail = (
  code: string,
  params?: Failure['params'],
  fields?: Failure['fields'],
): Fail => ({ ok: false, failure: { code, params, fields } });

/** For callers to whom a failure would be a bug (seeds, tests, jobs): the value, or a throw. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`unexpected failure ${result.failure.code} ${JSON.stringify(result.failure)}`);
}
