import type { Ctx } from '../../kernel/context.ts';
import { imapTrouble, openMailbox } from '../adapters/imap.ts';
import { imapAccess, type Mailbox } from '../mailboxes/load-mailbox.ts';
import { noteTrouble, noteWell } from '../mailboxes/note-health.ts';
import { fetchNew } from './fetch-new.ts';
import { pause } from './pause.ts';

/** For servers that do not tell of news by themselves, and for news that were lost on the way. */
const LOOK_AGAIN_MS = 60_000;

/** Waits after a break: 2, 4, 8 … seconds, 5 minutes at most. */
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 300_000;

/** Reads a mailbox again and again until it is stopped; a line that breaks is opened anew. */
export function watchMailbox(ctx: Ctx, mailbox: Mailbox): { stop: () => Promise<void> } {
  const ending = new AbortController();
  const running = watch(ctx, mailbox, ending.signal);
  return {
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}

async function watch(ctx: Ctx, mailbox: Mailbox, signal: AbortSignal): Promise<void> {
  let breaks = 0;
  while (!signal.aborted) {
    try {
      await readOn(ctx, mailbox, signal, () => (breaks = 0));
    } catch (error) {
      if (signal.aborted) return;
      breaks += 1;
      const lost = { trouble: 'password_lost', words: '' } as const;
      const troubled = mailbox.passwords ? imapTrouble(error) : lost;
      ctx.log.warn({ channelId: mailbox.id, ...troubled }, 'a mailbox cannot be read');
      await noteTrouble(ctx, mailbox.id, 'imap', troubled).catch((failure: unknown) =>
        ctx.log.error({ err: failure }, 'a mailbox’s trouble was not noted'),
      );
      await pause(Math.min(FIRST_WAIT_MS * 2 ** (breaks - 1), LONGEST_WAIT_MS), signal);
    }
  }
}

async function readOn(
  ctx: Ctx,
  mailbox: Mailbox,
  signal: AbortSignal,
  onRead: () => void,
): Promise<void> {
  if (!mailbox.passwords) throw new Error('the password is lost');
  const box = await openMailbox(imapAccess(mailbox.settings, mailbox.passwords), signal);
  try {
    while (!signal.aborted) {
      await fetchNew(ctx, mailbox, box, signal);
      await noteWell(ctx, mailbox.id, 'imap');
      onRead();
      await box.waitForNews(LOOK_AGAIN_MS, signal);
    }
  } finally {
    await box.close();
  }
}
