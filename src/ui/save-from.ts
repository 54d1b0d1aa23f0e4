import { noAnswer, problemOf } from './problem.ts';
import { currentLanguage } from './language.ts';
import { requestOf } from './request.ts';

/**
 * Saves what a writing route answers with as a file: one that is given once, and not by a link that
 * a browser may follow by itself. Throws a Problem where it is refused.
 */
export const saveFrom = async (route: string, input: object, fileName: string): Promise<void> => {
  const { method, url, body } = requestOf(route, input);
  const headers = {
    'accept-language': currentLanguage(),
    'content-type': 'application/json',
    'x-requested-with': 'bereg',
  };
  const response = await fetch(url, { method, headers, body: body ?? null }).catch(() => {
    throw noAnswer();
  });
  if (!response.ok) throw await problemOf(response);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
};
