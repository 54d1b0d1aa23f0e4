import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailboxSettings } from '../api/mailboxes.ts';
import type { Delivery } from './delivery.ts';
import { type Troubled, troubleOf } from './trouble.ts';

export type SmtpAccess = {
  host: string;
  port: number;
  security: MailboxSettings['smtpSecurity'];
  /** Empty where the server asks nobody who they are. */
  user: string;
  password: string;
};

export type Letter = { from: string; to: string; bytes: Buffer };

const ANSWER_MS = 15_000;
const SILENCE_MS = 60_000;
/** Whatever a server does, a letter takes no longer than this. */
const LONGEST_MS = 180_000;
/** A letter that is on its way may go when the worker ends. */
const GRACE_MS = 4000;

/** The line is given up by us or by the other side. */
class Stopped extends Error {
  code = 'ECONNECTION';
}

/** A line to the server, and the promise that breaks with it. */
function lineTo(access: SmtpAccess, signal: AbortSignal) {
  const line = new SMTPConnection({
    host: access.host,
    port: access.port,
    secure: access.security === 'tls',
    requireTLS: access.security === 'starttls',
    ignoreTLS: access.security === 'none',
    connectionTimeout: ANSWER_MS,
    greetingTimeout: ANSWER_MS,
    socketTimeout: SILENCE_MS,
    dnsTimeout: ANSWER_MS,
    socketCloseTimeout: 0,
  });
  let giveUp = (_error: Error): void => undefined;
  const broken = new Promise<never>((_resolve, reject) => (giveUp = reject));
  broken.catch(() => undefined);
  line.on('error', giveUp);
  line.on('end', () => giveUp(new Stopped('the line was cut')));
  const longest = setTimeout(() => giveUp(new Stopped('it took too long')), LONGEST_MS);
  const onAbort = (): void => {
    setTimeout(() => giveUp(new Stopped('the program was ended')), GRACE_MS).unref();
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  /** Waits for an answer, or for the break of the line. */
  const ask = <T>(start: (done: (error?: Error | null, value?: T) => void) => void) =>
    Promise.race([
      broken,
      new Promise<T | undefined>((resolve, reject) => {
        start((error, value) => (error ? reject(error) : resolve(value)));
      }),
    ]);
  const close = (): void => {
    clearTimeout(longest);
    signal.removeEventListener('abort', onAbort);
    line.close();
  };
  return { line, ask, close };
}

async function greet(access: SmtpAccess, { line, ask }: ReturnType<typeof lineTo>): Promise<void> {
  await ask((done) => line.connect(done));
  if (access.user !== '') {
    await ask((done) => line.login({ user: access.user, pass: access.password }, done));
  }
}

/** Tries a server: null when it would take our letters, else what is wrong. */
export async function trySmtp(access: SmtpAccess): Promise<Troubled | null> {
  const open = lineTo(access, new AbortController().signal);
  try {
    await greet(access, open);
    return null;
  } catch (error) {
    return troubleOf(error);
  } finally {
    open.close();
  }
}

/**
 * Hands one letter over, once. Only an answer of the server after the words, or a break before the
 * first of them, says for certain what came of it.
 */
export async function deliver(
  access: SmtpAccess,
  { from, to, bytes }: Letter,
  signal: AbortSignal,
): Promise<Delivery> {
  let hasBegun = false;
  // Read from when the server has said that it takes the words, and not before.
  const words = new Readable({
    read() {
      hasBegun = true;
      this.push(bytes);
      this.push(null);
    },
  });
  const open = lineTo(access, signal);
  try {
    await greet(access, open);
    await open.ask((done) => open.line.send({ from, to: [to] }, words, done));
    return { outcome: 'sent' };
  } catch (error) {
    return { outcome: outcomeOf(error, hasBegun), ...troubleOf(error) };
  } finally {
    open.close();
  }
}

const isOfLetter: ReadonlySet<string> = new Set(['EENVELOPE', 'EMESSAGE']);

/** RFC 5321, 4.2.1: 4yz may be tried again, 5yz not. */
function outcomeOf(error: unknown, hasBegun: boolean): 'later' | 'refused' | 'unknown' {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  if (responseCode >= 400 && responseCode < 500) return 'later';
  // A no to our password or to our coming at all is the mailbox's trouble and not the letter's.
  if (responseCode >= 500) return isOfLetter.has(code ?? '') ? 'refused' : 'later';
  return hasBegun ? 'unknown' : 'later';
}
