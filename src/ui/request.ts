/**
 * What goes over the wire for one call: the pure half of `call`, so that it can be tested alone.
 */
export type WireRequest = { method: string; url: string; body: string | undefined };

const readMethods = new Set(['GET', 'HEAD']);

export const isWrite = (method: string): boolean => !readMethods.has(method);

const asQueryValue = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

const queryOf = (rest: Iterable<[string, unknown]>): string => {
  const query = new URLSearchParams();
  for (const [key, value] of rest) {
    if (value !== undefined && value !== null) query.set(key, asQueryValue(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
};

/**
 * Splits an input over path, query and body. `route` is 'METHOD /path/{id}'; keys in braces are
 * taken out of the input into the path. What is left goes to the query on GET and DELETE (nested
 * values as JSON; also when a file takes the body) and to the JSON body otherwise. Throws when the
 * path asks for a key that is absent.
 */
export const requestOf = (route: string, input: object = {}, isBodyTaken = false): WireRequest => {
  const [method = 'GET', path = '/'] = route.split(' ');
  const rest = new Map<string, unknown>(Object.entries(input));
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, key: string) => {
    const value = rest.get(key);
    if (value === undefined || value === null) throw new Error(`${route} needs ${key}`);
    rest.delete(key);
    return encodeURIComponent(asQueryValue(value));
  });
  const inQuery = isBodyTaken || method === 'GET' || method === 'HEAD' || method === 'DELETE';
  return {
    method,
    url: inQuery ? filled + queryOf(rest) : filled,
    body: inQuery ? undefined : JSON.stringify(Object.fromEntries(rest)),
  };
};
