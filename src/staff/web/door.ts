import { currentLanguage } from '../../ui/language.ts';
import { noAnswer, problemOf } from '../../ui/problem.ts';

export type DoorAnswer = {
  /** The password was right, and a code is asked for now. */
  twoFactorRedirect?: boolean;
  totpURI?: string;
  backupCodes?: string[];
};

/**
 * Passes one of the sign-in doors, which set and end the session's cookie. With a body it is a
 * POST. A refusal is thrown as a Problem, worded like any other.
 */
export const passDoor = async (door: string, body?: object): Promise<DoorAnswer> => {
  const response = await fetch(`/api/auth/${door}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      accept: 'application/json',
      'accept-language': currentLanguage(),
      'x-requested-with': 'bereg',
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  }).catch(() => {
    throw noAnswer();
  });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as DoorAnswer;
};
