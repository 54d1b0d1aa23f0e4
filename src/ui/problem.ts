/**
 * An expected failure as the server words it (RFC 9457 problem details), thrown by `call` so that
 * forms put it at their fields and everything else shows it as a notice.
 * `status` 0 means that no answer came at all: no network, or the server is down.
 */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  readonly fields: Readonly<Record<string, string>>;

  constructor(given: {
    status: number;
    code: string;
    title?: string | undefined;
    detail?: string | undefined;
    fields?: Record<string, string> | undefined;
  }) {
    super(given.title ?? given.code);
    this.name = 'Problem';
    this.status = given.status;
    this.code = given.code;
    this.detail = given.detail;
    this.fields = given.fields ?? {};
  }

  get isOffline(): boolean {
    return this.status === 0;
  }

  /** Nothing is wrong with what was asked: the same may do in a moment. */
  get isPassing(): boolean {
    return this.isOffline || this.status === 408 || this.status === 429 || this.status >= 500;
  }

  get isSignedOut(): boolean {
    return this.status === 401;
  }
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const fieldsOf = (value: unknown): Record<string, string> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([path, text]) => [path, String(text)]))
    : {};

/**
 * Reads an answer that is not a success; a body that is no problem details still gives a Problem.
 */
export const problemOf = async (response: Response): Promise<Problem> => {
  const body: unknown = await response.json().catch(() => null);
  const given = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return new Problem({
    status: response.status,
    code: textOf(given['code']) ?? `http_${response.status}`,
    title: textOf(given['title']),
    detail: textOf(given['detail']),
    fields: fieldsOf(given['fields']),
  });
};

export const noAnswer = (): Problem => new Problem({ status: 0, code: 'no_answer' });
