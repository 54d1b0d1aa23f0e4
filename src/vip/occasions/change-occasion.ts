import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { attempt } from '../../kernel/db/attempt.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { refuseVeiled, today } from '../../subscribers/index.ts';
import { reaches } from '../reach.ts';
import { type OccasionFields, refuseOccasion } from './refuse-occasion.ts';

type Stored = { id: number; version: number; rootId: number; isMoved: boolean };

async function lockOccasion(ctx: Ctx, id: number): Promise<Stored | null> {
  // vip_occasions_pkey, contact_persons_pkey, subscribers_pkey, vip_clients_pkey
  const { rows } = await sql<Stored>`
    select o.id, o.version, s.root_id, s.root_id <> n.root_id as is_moved
    from   vip_occasions o
    left   join contact_persons p on p.id = o.contact_person_id
    join   subscribers n on n.id = o.subscriber_id
    join   subscribers s on s.id = coalesce(p.subscriber_id, n.id)
    join   vip_clients v on v.id = s.root_id
    where  o.id = ${id} and o.removed_at is null and ${reaches(ctx, 'vip.work')}
    for    update of o`.execute(ctx.db);
  return rows[0] ?? null;
}

/** Changes a day, or says that it still holds: what is written is what is true today. */
export async function changeOccasion(
  ctx: Ctx,
  { id, version, ...fields }: OccasionFields & { id: number; version: number },
): Promise<Result<{ id: number; version: number }>> {
  const row = await lockOccasion(ctx, id);
  if (!row) return fail('vip.no_such_occasion');
  if (row.version !== version) return fail('vip.changed_meanwhile');
  const refused =
    (await refuseVeiled(ctx, [row.rootId])) ?? (await refuseOccasion(ctx, row.rootId, fields));
  if (refused) return refused;
  if (await isTaken(ctx, row, fields)) return fail('vip.day_stands');
  await attempt(ctx, (tx) =>
    tx.db
      .updateTable('vipOccasions')
      .set({
        ...fields,
        // It was noted of one from whom its contact person was set apart since.
        ...(row.isMoved ? { subscriberId: row.rootId } : {}),
        confirmedOn: today(ctx),
        version: version + 1,
      })
      .where('id', '=', id)
      .execute(),
  );
  await tell(ctx, 'vip.occasion_changed', row);
  return ok({ id, version: version + 1 });
}

async function isTaken(
  ctx: Ctx,
  { id }: Stored,
  { contactPersonId, kind }: OccasionFields,
): Promise<boolean> {
  // vip_occasions_contact, vip_occasions_own
  const { rows } = await sql`
    select from vip_occasions o
    where  o.removed_at is null and o.id <> ${id}
    and   (o.contact_person_id = ${contactPersonId}
           or ${kind}::text = 'own' and o.kind = 'own' and o.subscriber_id = (
             select subscriber_id from vip_occasions where id = ${id}))`.execute(ctx.db);
  return rows.length > 0;
}

/** Lets a day go that holds no longer: nobody is greeted of it any more. */
export async function removeOccasion(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const row = await lockOccasion(ctx, id);
  if (!row) return fail('vip.no_such_occasion');
  await ctx.db
    .updateTable('vipOccasions')
    .set({ removedAt: ctx.clock.now() })
    .where('id', '=', id)
    .execute();
  await tell(ctx, 'vip.occasion_removed', row);
  return ok({});
}

async function tell(ctx: Ctx, type: `vip.${string}`, { rootId }: Stored): Promise<void> {
  const subject = { kind: 'vip_client', id: rootId };
  await emit(ctx, { type, subject, subscriberId: rootId });
}
