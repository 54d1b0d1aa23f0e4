import type { Trouble } from '../api/choices.ts';

export type Troubled = { trouble: Trouble; words: string };

const MOST_WORDS = 500;

const codes: Readonly<Record<string, Trouble>> = {
  ECONNREFUSED: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  EDNS: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ETIMEDOUT: 'no_answer',
  CONNECT_TIMEOUT: 'no_answer',
  GREETING_TIMEOUT: 'no_answer',
  UND_ERR_CONNECT_TIMEOUT: 'no_answer',
  UND_ERR_HEADERS_TIMEOUT: 'no_answer',
  UND_ERR_BODY_TIMEOUT: 'no_answer',
  UND_ERR_SOCKET: 'cut_off',
  UPGRADE_TIMEOUT: 'no_answer',
  ECONNRESET: 'cut_off',
  ECONNECTION: 'cut_off',
  EPIPE: 'cut_off',
  NoConnection: 'cut_off',
  ClosedAfterConnectTLS: 'no_encryption',
  ClosedAfterConnectText: 'cut_off',
  ETLS: 'no_encryption',
  EAUTH: 'wrong_password',
  EENVELOPE: 'not_accepted',
  EMESSAGE: 'not_accepted',
};

type Failing = {
  code?: unknown;
  cause?: unknown;
  message?: string;
  response?: unknown;
  responseText?: unknown;
  authenticationFailed?: boolean;
  tlsFailed?: boolean;
  errors?: unknown[];
};

/** What a mail server's failure comes to, and its own words, cut to what a person reads. */
export function troubleOf(error: unknown): Troubled {
  const given = (error instanceof AggregateError ? error.errors[0] : error) as Failing;
  const { response, responseText, message = String(error) } = given;
  const said = [responseText, response].find(
    (one): one is string => typeof one === 'string' && one !== '',
  );
  const words = (said ?? message).slice(0, MOST_WORDS);
  return { trouble: kindOf(given, message), words };
}

function kindOf(failing: Failing, message: string): Trouble {
  if (failing.authenticationFailed) return 'wrong_password';
  const code = typeof failing.code === 'string' ? failing.code : '';
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS_/.test(code) || /certificate/i.test(message)) {
    return 'certificate';
  }
  if (/wrong version number|ERR_SSL|EPROTO/i.test(`${code} ${message}`)) return 'no_encryption';
  // A name that no server answers under comes wrapped in the error of the connection.
  const inner = failing.cause as Failing | undefined;
  const innerCode = typeof inner?.code === 'string' ? codes[inner.code] : undefined;
  const inWords = Object.keys(codes).find((one) => message.includes(one));
  if (code === 'ESOCKET' || code === 'ECONNECTION') {
    return innerCode ?? codes[inWords ?? ''] ?? codes[code] ?? 'cut_off';
  }
  return codes[code] ?? innerCode ?? (failing.tlsFailed ? 'no_encryption' : 'other');
}
