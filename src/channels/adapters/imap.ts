import type { Readable } from 'node:stream';
import { ImapFlow } from 'imapflow';
import type { MailboxSettings } from '../api/mailboxes.ts';
import { readSender } from '../email/read-sender.ts';
import { type Troubled, troubleOf } from './trouble.ts';

export type ImapAccess = {
  host: string;
  port: number;
  security: MailboxSettings['imapSecurity'];
  user: string;
  password: string;
  folder: string;
};

/** A letter in a mailbox, before its bytes were fetched. */
export type Listed = { uid: number; sizeBytes: number; receivedAt: Date; sender: string };

/** An open mailbox. Anything may throw: then the line is broken and is opened anew. */
export type OpenMailbox = {
  /** Changes when the server has numbered its letters anew. */
  uidValidity: string;
  /** The number that the next letter will have. */
  uidNext: number;
  /** Letters behind a number, in order; with `since`, only of that day and later. */
  uidsAfter: (uid: number, since: Date | null) => Promise<number[]>;
  /** Numbers and times of the letters that came on the day of a moment and later. */
  listSince: (since: Date) => Promise<Pick<Listed, 'uid' | 'receivedAt'>[]>;
  /** What is known of a letter without its bytes; null when it is gone. */
  look: (uid: number) => Promise<Listed | null>;
  /** The bytes of a letter; null when it is gone. */
  read: (uid: number) => Promise<Buffer | null>;
  /** The same for one too large to be held at once. */
  stream: (uid: number) => Promise<Readable | null>;
  /** Waits until the server tells of something new, at most so long. */
  waitForNews: (mostMs: number, signal: AbortSignal) => Promise<void>;
  close: () => Promise<void>;
};

const ANSWER_MS = 15_000;
const SILENCE_MS = 5 * 60_000;
const CLOSE_MS = 3000;
const DAY_MS = 86_400_000;

function client(access: ImapAccess): ImapFlow {
  return new ImapFlow({
    host: access.host,
    port: access.port,
    secure: access.security === 'tls',
    ...(access.security === 'tls' ? {} : { doSTARTTLS: access.security === 'starttls' }),
    auth: { user: access.user, pass: access.password },
    logger: false,
    // We wait for news ourselves, at a moment of our choice.
    disableAutoIdle: true,
    connectionTimeout: ANSWER_MS,
    greetingTimeout: ANSWER_MS,
    socketTimeout: SILENCE_MS,
  });
}

class NoFolder extends Error {}

async function open(access: ImapAccess, signal?: AbortSignal): Promise<ImapFlow> {
  const flow = client(access);
  // A break is told to whoever waits at the moment; without a listener it would end the program.
  flow.on('error', () => undefined);
  // Whatever it waits for, an end is not held up.
  signal?.addEventListener('abort', () => void hangUp(flow), { once: true });
  try {
    await flow.connect();
    await flow.mailboxOpen(access.folder, { readOnly: true }).catch((error: Error) => {
      throw flow.usable ? new NoFolder(error.message) : error;
    });
    return flow;
  } catch (error) {
    flow.close();
    throw error;
  }
}

/** Tries a mailbox: null when it can be read, else what is wrong. */
export async function tryImap(access: ImapAccess): Promise<Troubled | null> {
  try {
    await hangUp(await open(access));
    return null;
  } catch (error) {
    return imapTrouble(error);
  }
}

export function imapTrouble(error: unknown): Troubled {
  return error instanceof NoFolder
    ? { trouble: 'no_folder', words: error.message }
    : troubleOf(error);
}

/** A polite end, which a server that hangs does not hold up. */
async function hangUp(flow: ImapFlow): Promise<void> {
  const timer = setTimeout(() => flow.close(), CLOSE_MS);
  await flow.logout().catch(() => undefined);
  clearTimeout(timer);
  flow.close();
}

export async function openMailbox(access: ImapAccess, signal: AbortSignal): Promise<OpenMailbox> {
  const flow = await open(access, signal);
  const box = flow.mailbox;
  if (!box) throw new Error('the mailbox was closed at once');
  let hasNews = false;
  let wake = (): void => undefined;
  flow.on('exists', () => {
    hasNews = true;
    wake();
  });
  flow.on('close', () => wake());
  return {
    uidValidity: String(box.uidValidity),
    uidNext: box.uidNext,
    uidsAfter: async (uid, since) => {
      hasNews = false;
      const query = { uid: `${uid + 1}:*`, ...(since && { since }) };
      const found = (await flow.search(query, { uid: true })) || [];
      // A range beyond the last letter still names the last.
      return found.filter((one) => one > uid).toSorted((a, b) => a - b);
    },
    listSince: async (since) => {
      // A server tells days by its own clock.
      const dayBefore = new Date(since.getTime() - DAY_MS);
      const uids = (await flow.search({ since: dayBefore }, { uid: true })) || [];
      if (uids.length === 0) return [];
      const found = await flow.fetchAll(uids, { internalDate: true, uid: true }, { uid: true });
      return found.map(({ uid, internalDate }) => ({
        uid,
        receivedAt: new Date(internalDate ?? 0),
      }));
    },
    look: (uid) => look(flow, uid),
    read: async (uid) => {
      const found = await flow.fetchOne(String(uid), { source: true }, { uid: true });
      return (found && found.source) || null;
    },
    stream: async (uid) => {
      const found = await flow.download(String(uid), undefined, { uid: true });
      return found.content ?? null;
    },
    waitForNews: async (mostMs, until) => {
      if (hasNews || until.aborted) return;
      if (!flow.usable) throw new Error('the line was cut');
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, mostMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        until.addEventListener('abort', wake, { once: true });
        // Where the server cannot tell of news by itself, the wait ends with the time.
        void flow.idle().catch(() => undefined);
      });
      until.removeEventListener('abort', wake);
      if (!flow.usable) throw new Error('the line was cut');
    },
    close: () => hangUp(flow),
  };
}

async function look(flow: ImapFlow, uid: number): Promise<Listed | null> {
  // Not the envelope: in a letter to very many it is so many pieces that the client breaks, and
  // whoever sent one would hold up the whole mailbox.
  const asked = { size: true, internalDate: true, headers: ['from'] };
  const found = await flow.fetchOne(String(uid), asked, { uid: true });
  if (!found) return null;
  const { size = 0, internalDate, headers = Buffer.alloc(0) } = found;
  const receivedAt = new Date(internalDate ?? Number.NaN);
  return {
    uid,
    sizeBytes: size,
    receivedAt: Number.isNaN(receivedAt.getTime()) ? new Date() : receivedAt,
    sender: readSender(headers).slice(0, 254),
  };
}
