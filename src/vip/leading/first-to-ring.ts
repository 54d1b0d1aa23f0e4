import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { findByContact, normalisePhone, type PhoneCountry } from '../../subscribers/index.ts';
import type { programmeApi } from '../api/programme.ts';
import type { Tier } from '../kinds.ts';

type Ring = z.input<(typeof programmeApi)['GET /api/vip-ring']['output']>;

/**
 * Whom an exchange rings first when this number calls: who acts for the client, then who leads
 * them. Of a number that is nobody's, or no client's, nobody first.
 */
export async function firstToRing(ctx: Ctx, { phone }: { phone: string }): Promise<Result<Ring>> {
  const { country, cityCode } = ctx.operator;
  const read = normalisePhone(phone, country as PhoneCountry, cityCode ?? '');
  const ids = read.ok ? await findByContact(ctx, 'phone', read.e164) : [];
  const leaders = await leadersOf(ctx, ids);
  return ok({
    tier: leaders[0]?.tier ?? null,
    extensions: [...new Set(leaders.flatMap(({ extension }) => extension ?? []))],
  });
}

type Leader = {
  subscriberId: number;
  staffId: number;
  extension: string | null;
  tier: Tier | null;
};

/** Who is asked first about these subscribers, the one who acts now before the one who leads. */
export async function leadersOf(ctx: Ctx, subscriberIds: readonly number[]): Promise<Leader[]> {
  // subscribers_pkey, vip_clients_pkey, staff_pkey
  const { rows } = await sql<Leader>`
    select k.id as subscriber_id, s.id as staff_id, s.extension, v.tier
    from   subscribers k
    join   vip_clients v on v.id = k.root_id and (v.state = 'member' or v.is_corporate)
    cross  join lateral (values (1, v.acting_id), (2, v.personal_manager_id)) w (place, id)
    join   staff s on s.id = w.id and s.disabled_at is null
    where  k.id = any(${subscriberIds}::bigint[])
    order  by k.id, w.place`.execute(ctx.db);
  return rows;
}
