import type { Expression, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { visibleTo } from '../kernel/db/visible-to.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { holdSubscriber } from '../subscribers/index.ts';

export type VipPermission = 'vip.work' | 'vip.approve' | 'vip.audit' | 'vip.export';

/**
 * A client is whoever's who acts for them now; those to be led whom nobody leads are everybody's
 * who works on them. A candidate, or who is of the programme no more, is for leaders to see.
 */
export const access = {
  owner: 'v.actingId',
  team: 'v.teamId',
  isNobodysSeen: true,
  nobodysIf: sql<SqlBool>`(v.state = 'member' or v.is_corporate)`,
} as const;

/** Whose clients a permission reaches, as a condition on `vip_clients v`. */
export const reaches = (ctx: Ctx, permission: VipPermission): Expression<SqlBool> =>
  visibleTo(ctx, permission, access);

export type Client = {
  id: number;
  kind: 'person' | 'organisation';
  name: string;
  state: string;
  tier: string | null;
  actingId: number | null;
  personalManagerId: number | null;
  teamId: number | null;
  hasLeft: boolean;
};

/**
 * A client that the permission reaches; an old number of a merged one finds it too. Of any other
 * there is nothing to tell.
 */
export async function findClient(
  ctx: Ctx,
  id: number,
  permission: VipPermission = 'vip.work',
): Promise<Result<Client>> {
  // subscribers_pkey, vip_clients_pkey
  const { rows } = await sql<Client>`
    select v.id, r.kind, r.display_name as name, v.state, v.tier, v.acting_id,
           v.personal_manager_id, v.team_id,
           r.status = 'left' or r.erased_at is not null as has_left
    from   subscribers s
    join   vip_clients v on v.id = s.root_id
    join   subscribers r on r.id = v.id
    where  s.id = ${id} and ${reaches(ctx, permission)}`.execute(ctx.db);
  const [client] = rows;
  return client ? ok(client) : fail('vip.no_such_client');
}

/** The same for a write: an erasure waits, and of an erased one nothing more is kept. */
export async function holdClient(
  ctx: Ctx,
  id: number,
  permission: VipPermission = 'vip.work',
): Promise<Result<Client>> {
  const found = await findClient(ctx, id, permission);
  if (!found.ok) return found;
  return (await holdSubscriber(ctx, found.value.id)) ? found : fail('vip.no_such_client');
}
