import { sql, type Updateable } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { DB } from '../../kernel/db/connect.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { holdSubscriber } from '../../subscribers/index.ts';
import type { SecondReason, TermsKind } from '../kinds.ts';
import { reaches, type VipPermission } from '../reach.ts';

export type At = { id: number; version: number };

export type StoredTerms = At & {
  rootId: number;
  hasLeft: boolean;
  kind: TermsKind;
  value: number;
  accountId: number | null;
  subscriptionIds: number[];
  fromOn: string;
  toOn: string | null;
  state: string;
  secondFor: SecondReason[];
  askedBy: number | null;
  approvedBy: number | null;
  peaceUntil: string | null;
};

/**
 * Terms, locked for whoever reaches their client and has seen that version. An erasure waits, and
 * of an erased one nothing more is kept.
 */
export async function lockTerms(
  ctx: Ctx,
  { id, version }: At,
  permission: VipPermission,
): Promise<Result<StoredTerms>> {
  // vip_terms_pkey. Whose they are is held first, as an erasure begins with them.
  const { rows: whose } = await sql<{ subscriberId: number }>`
    select subscriber_id from vip_terms where id = ${id}`.execute(ctx.db);
  const [of] = whose;
  if (!of || !(await holdSubscriber(ctx, of.subscriberId))) return fail('vip.no_such_terms');
  // vip_terms_pkey, subscribers_pkey, vip_clients_pkey, vip_terms_services_pkey
  const { rows } = await sql<StoredTerms>`
    select t.id, t.version, r.id as root_id,
           r.status = 'left' or r.erased_at is not null as has_left,
           t.kind, t.value, t.account_id, array(
             select x.subscription_id from vip_terms_services x
             where  x.terms_id = t.id order by x.subscription_id) as subscription_ids,
           t.from_on, t.to_on, t.state, t.second_for, t.asked_by, t.approved_by, t.peace_until
    from   vip_terms t
    join   subscribers s on s.id = t.subscriber_id
    join   subscribers r on r.id = s.root_id
    join   vip_clients v on v.id = r.id
    where  t.id = ${id} and ${reaches(ctx, permission)}
    for    update of t`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('vip.no_such_terms');
  return row.version === version ? ok(row) : fail('vip.changed_meanwhile');
}

/** The one way in which locked terms change. */
export async function writeTerms(
  ctx: Ctx,
  row: StoredTerms,
  set: Updateable<DB['vipTerms']>,
  told: { type: `vip.terms_${string}`; reason?: string },
): Promise<Result<At>> {
  const version = row.version + 1;
  await ctx.db
    .updateTable('vipTerms')
    .set({ ...set, version })
    .where('id', '=', row.id)
    .execute();
  const { type, reason = '' } = told;
  await emit(ctx, {
    type,
    subject: { kind: 'vip_terms', id: row.id },
    subscriberId: row.rootId,
    facts: { kind: row.kind },
    ...(reason === '' ? {} : { personal: { reason } }),
  });
  return ok({ id: row.id, version });
}
