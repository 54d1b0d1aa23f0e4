import { currentLanguage } from './language.ts';
import { noAnswer, problemOf } from './problem.ts';
import { requestOf } from './request.ts';
import { randomId } from './random-id.ts';

type Options = {
  /** Told how much has gone, 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
  /** The same key once more is the same file. */
  key?: string;
};

/**
 * Sends one file to a route of kind `upload`, with the input in the query. XMLHttpRequest, because
 * fetch cannot tell how much of a body has gone. Rejects with a Problem, as `call` does.
 */
export const upload = (
  route: string,
  file: File,
  input: object = {},
  options: Options = {},
): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const { method, url } = requestOf(route, input, true);
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.setRequestHeader('accept-language', currentLanguage());
    request.setRequestHeader('x-requested-with', 'bereg');
    request.setRequestHeader('idempotency-key', options.key ?? randomId());
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      options.onProgress?.(total === 0 ? 0 : loaded / total),
    );
    request.addEventListener('error', () => reject(noAnswer()));
    request.addEventListener('abort', () => reject(noAnswer()));
    request.addEventListener('load', () => {
      const answer = new Response(request.responseText, { status: request.status });
      (answer.ok ? answer.json() : problemOf(answer).then((one) => Promise.reject(one))).then(
        resolve,
        reject,
      );
    });
    options.signal?.addEventListener('abort', () => request.abort());
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
