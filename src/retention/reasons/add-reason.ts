import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { settingsApi } from '../api/settings.ts';
import { nameTaken } from '../name-taken.ts';
import { tellReason } from './tell-reason.ts';

type New = z.output<(typeof settingsApi)['POST /api/leaving-reasons']['input']>;

/** Adds a group, or a reason to one. */
export async function addReason(ctx: Ctx, input: New): Promise<Result<{ id: number }>> {
  if (input.parentId !== null && !(await isGroup(ctx, input.parentId))) {
    return fail('retention.no_such_reason');
  }
  const { rows } = await sql<{ id: number }>`
    insert into leaving_reasons (parent_id, name, takes_offers, words, answers, leave_chance,
                                 position, created_at)
    select ${input.parentId}::bigint, ${input.name}, ${input.takesOffers}, ${input.words},
           ${JSON.stringify(input.answers)}::jsonb,
           ${input.leaveChance},
           coalesce(max(position), 0) + 1, ${ctx.clock.now()}::timestamptz
    from   leaving_reasons
    on     conflict do nothing returning id`.execute(ctx.db);
  const [made] = rows;
  if (!made) return nameTaken();
  await tellReason(ctx, 'retention.reason_added', made.id, { name: input.name });
  return ok(made);
}

async function isGroup(ctx: Ctx, id: number): Promise<boolean> {
  // leaving_reasons_pkey
  const { rows } = await sql`
    select from leaving_reasons where id = ${id} and parent_id is null`.execute(ctx.db);
  return rows.length > 0;
}
