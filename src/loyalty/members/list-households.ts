import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { householdsOf } from '../../subscribers/index.ts';
import type { membersApi } from '../api/members.ts';
import { findMember } from './find-member.ts';

type Shown = z.input<(typeof membersApi)['GET /api/subscribers/{id}/households']['output']>;

export async function listHouseholds(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const found = await findMember(ctx, id);
  if (!found.ok) return found;
  const { subscriberId, householdId } = found.value;
  // subscribers_root (root_id), household_members_subscriber (subscriber_id), households_pkey
  const { rows } = await sql<Shown['households'][number]>`
    select h.id, h.name, h.id is not distinct from ${householdId}::bigint as is_pooled
    from   households h
    where  h.id in (${householdsOf(sql`${subscriberId}`)}) and h.kind = 'household'
    order  by h.id limit 20`.execute(ctx.db);
  return ok({ households: rows });
}
