import type { Ctx } from '../../kernel/context.ts';
import type { OpenMailbox } from '../adapters/imap.ts';
import { findMailbox, type Mailbox, type Place } from '../mailboxes/load-mailbox.ts';
import { isStored, storeEmail } from './store-email.ts';

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
  const now = await findMailbox(ctx, mailbox.id);
  // Somebody has changed it meanwhile: this watch is about to end.
  if (!now || now.version !== mailbox.version) return;
  let place = now.place;
  if (place.uidValidity === undefined) {
    const since = ctx.clock.now().toISOString();
    place = { uidValidity: box.uidValidity, lastUid: box.uidNext - 1, since };
    await movePlace(ctx, mailbox, place);
  } else if (place.uidValidity !== box.uidValidity) {
    place = { ...place, uidValidity: box.uidValidity, lastUid: 0 };
  }
  const since = place.since === undefined ? null : new Date(place.since);
  for (const uid of await box.uidsAfter(place.lastUid ?? 0, since)) {
    if (signal.aborted) return;
    place = { ...place, lastUid: uid };
    await take(ctx, mailbox, box, { uid, place, since });
  }
}

type At = { uid: number; place: Place; since: Date | null };

async function take(
  ctx: Ctx,
  mailbox: Mailbox,
  box: OpenMailbox,
  { uid, place, since }: At,
): Promise<void> {
  const key = `${mailbox.id}:${box.uidValidity}:${uid}`;
  const passBy = (): Promise<void> => movePlace(ctx, mailbox, place);
  if (await isStored(ctx, key)) return passBy();
  const listed = await box.look(uid);
  if (!listed || (since && listed.receivedAt < since)) return passBy();
  const hasStored = await storeEmail(ctx, {
    mailbox,
    box,
    key,
    listed,
    onStore: movePlaceTo(place),
  });
  return hasStored ? undefined : passBy();
}

const movePlaceTo =
  (place: Place) =>
  (ctx: Ctx, mailbox: Mailbox): Promise<void> =>
    movePlace(ctx, mailbox, place, ctx.clock.now());

async function movePlace(
  ctx: Ctx,
  { id, version }: Mailbox,
  place: Place,
  lastInAt?: Date,
): Promise<void> {
  await ctx.db
    .updateTable('channels')
    .set({ place: JSON.stringify(place), ...(lastInAt && { lastInAt }) })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute();
}
