import type { Ctx } from '../../kernel/context.ts';
import { imapTrouble, openMailbox } from '../adapters/imap.ts';
import { imapAccess, type Mailbox } from '../settings/load-channel.ts';
import { noteWell } from '../settings/note-health.ts';
import { noteLook } from '../settings/note-look.ts';
import { countThere } from './count-there.ts';
import { fetchNew } from './fetch-new.ts';
import { keepReading } from './keep-reading.ts';
import { watchChannels } from './watch-channels.ts';

/** For servers that do not tell of news by themselves, and for news that were lost on the way. */
const LOOK_AGAIN_MS = 60_000;

const watchMailbox = (ctx: Ctx, mailbox: Mailbox) =>
  keepReading(ctx, mailbox, {
    side: 'imap',
    troubleOf: imapTrouble,
    read: (signal, onWell) => readOn(ctx, mailbox, signal, onWell),
  });

/** Watches every mailbox that is on, as long as the worker lives. */
export const watchMailboxes = watchChannels('channels.mailboxes', {
  kind: 'email',
  watchOne: watchMailbox,
});

async function readOn(
  ctx: Ctx,
  mailbox: Mailbox,
  signal: AbortSignal,
  onWell: () => void,
): Promise<void> {
  if (!mailbox.secrets) throw new Error('the password is lost');
  const box = await openMailbox(imapAccess(mailbox.settings, mailbox.secrets), signal);
  try {
    while (!signal.aborted) {
      await fetchNew(ctx, mailbox, box, signal);
      await noteWell(ctx, mailbox.id, 'imap');
      // All that was there when it was asked has been stored.
      await noteLook(ctx, mailbox.id, 0);
      await countThere(ctx, mailbox, box);
      onWell();
      await box.waitForNews(LOOK_AGAIN_MS, signal);
    }
  } finally {
    await box.close();
  }
}
