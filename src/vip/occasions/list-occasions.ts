import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { isVeiledOf, veiledNow } from '../../kernel/veil.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { occasionsApi } from '../api/occasions.ts';
import type { OccasionKind } from '../kinds.ts';
import { findClient, reaches } from '../reach.ts';
import { missingKinds } from './missing-kinds.ts';
import { type OccasionRow, readComing } from './occasion-rows.ts';

type Api = typeof occasionsApi;
type Listed = z.input<Api['GET /api/vip-occasions']['output']>;
type OfClient = z.input<Api['GET /api/vip/{id}/occasions']['output']>;

/** More than a year and a day would name each day twice. */
const MOST_DAYS = 400;

/** Days of clients that one reaches, or of those one acts for. */
export async function listOccasions(
  ctx: Ctx,
  { from, to, isMine }: { from: string; to: string; isMine: boolean },
): Promise<Result<Listed>> {
  if (to < from || to > daysAfter(from, MOST_DAYS)) {
    return fail('vip.wrong_period', {}, { to: 'vip.wrong_period' });
  }
  const mine = isMine ? sql`v.acting_id = ${staffIdOf(ctx.actor)}` : sql`true`;
  const rows = await readComing(ctx, sql`${reaches(ctx, 'vip.work')} and ${mine}`, { from, to });
  return ok({ occasions: await unveiled(ctx, rows) });
}

/** While a veil lies over somebody, that there is a day is told and not whose. */
async function unveiled(ctx: Ctx, rows: readonly OccasionRow[]): Promise<Listed['occasions']> {
  const veiled = await veiledNow(ctx);
  const shown = rows.map((row) =>
    isVeiledOf(veiled, row.subscriber.id)
      ? { ...row, subscriber: { ...row.subscriber, name: '' }, name: '', note: '', year: null }
      : row,
  );
  return shown as Listed['occasions'];
}

/** Days of one client in the year that begins today, and which kinds nobody has asked about. */
export async function listClientOccasions(
  ctx: Ctx,
  { id: givenId }: { id: number },
): Promise<Result<OfClient>> {
  const found = await findClient(ctx, givenId);
  if (!found.ok) return found;
  const { id, kind } = found.value;
  const from = today(ctx);
  const rows = await readComing(ctx, sql`v.id = ${id}`, { from, to: daysAfter(from, 364) });
  // subscribers_root (root_id), contact_persons_subscriber (subscriber_id)
  const { rows: people } = await sql<{ id: number; name: string }>`
    select p.id, p.name
    from   subscribers m join contact_persons p on p.subscriber_id = m.id
    where  m.root_id = ${id} and p.removed_at is null order by p.name, p.id`.execute(ctx.db);
  const occasions = await unveiled(ctx, rows);
  const known = new Set<OccasionKind>(rows.map((row) => row.kind));
  const isHidden = isVeiledOf(await veiledNow(ctx), id);
  return ok({
    occasions,
    missing: missingKinds(kind, known),
    contactPersons: isHidden ? [] : people,
  });
}
