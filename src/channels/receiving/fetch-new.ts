import type { Ctx } from '../../kernel/context.ts';
import type { Listed, OpenMailbox } from '../adapters/imap.ts';
import { findOfKind, type Mailbox, type MailPlace } from '../settings/load-channel.ts';
import { isStored, storeEmail } from './store-email.ts';

const DAY_MS = 86_400_000;

/**
 * Stores every letter that came since the place noted, and moves the place behind it in the same
 * commit. A mailbox seen for the first time is read from its present end on. Where the server has
 * numbered its letters anew, all since that first time are gone through again, and those that are
 * stored are passed by.
 */
export async function fetchNew(
  ctx: Ctx,
  mailbox: Mailbox,
  box: OpenMailbox,
  signal: AbortSignal,
): Promise<void> {
  const now = await findOfKind(ctx, 'email', mailbox.id);
  // Somebody has changed it meanwhile: this watch is about to end.
  if (!now || now.version !== mailbox.version) return;
  let place = now.place;
  if (place.uidValidity === undefined) {
    const since = ctx.clock.now().toISOString();
    place = { uidValidity: box.uidValidity, lastUid: box.uidNext - 1, since };
    await movePlace(ctx, mailbox, place);
  } else if (place.uidValidity !== box.uidValidity) {
    const renumberedThrough = box.uidNext - 1;
    place = { ...place, uidValidity: box.uidValidity, lastUid: 0, renumberedThrough };
  }
  const { lastUid = 0, renumberedThrough = 0 } = place;
  const since = lastUid < renumberedThrough ? dayBefore(place.since) : null;
  for (const uid of await box.uidsAfter(lastUid, since)) {
    if (signal.aborted) return;
    place = { ...place, lastUid: uid };
    await take(ctx, mailbox, box, { uid, place });
  }
}

type At = { uid: number; place: MailPlace };

async function take(
  ctx: Ctx,
  mailbox: Mailbox,
  box: OpenMailbox,
  { uid, place }: At,
): Promise<void> {
  const key = `${mailbox.id}:${box.uidValidity}:${uid}`;
  const passBy = (): Promise<void> => movePlace(ctx, mailbox, place);
  if (await isStored(ctx, key)) return passBy();
  const listed = await box.look(uid);
  if (!listed || isFromBefore(place, listed)) return passBy();
  const hasStored = await storeEmail(ctx, {
    mailbox,
    box,
    key,
    listed,
    onStore: movePlaceTo(place),
  });
  return hasStored ? undefined : passBy();
}

/** Of the many letters of a mailbox numbered anew, the server need not name those long before. */
function dayBefore(since: string | undefined): Date | null {
  return since === undefined ? null : new Date(new Date(since).getTime() - DAY_MS);
}

/**
 * Whether a letter was there before the mailbox was ours. What has come since the numbering is new,
 * whatever the server's clock says; it tells whole seconds, and the one in doubt counts as ours.
 */
function isFromBefore(
  { since, renumberedThrough = 0 }: MailPlace,
  { uid, receivedAt }: Listed,
): boolean {
  if (since === undefined || uid > renumberedThrough) return false;
  return receivedAt.getTime() < Math.floor(new Date(since).getTime() / 1000) * 1000;
}

const movePlaceTo =
  (place: MailPlace) =>
  (ctx: Ctx, mailbox: Mailbox): Promise<void> =>
    movePlace(ctx, mailbox, place, ctx.clock.now());

async function movePlace(
  ctx: Ctx,
  { id, version }: Mailbox,
  place: MailPlace,
  lastInAt?: Date,
): Promise<void> {
  await ctx.db
    .updateTable('channels')
    .set({ place: JSON.stringify(place), ...(lastInAt && { lastInAt }) })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute();
}
