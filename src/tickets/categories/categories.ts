import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import type { Category } from '../api/categories.ts';

/** In the order of forms; those no longer used stand last. There are dozens at most. */
export async function listCategories(ctx: Ctx): Promise<z.input<typeof Category>[]> {
  const { rows } = await sql<z.input<typeof Category>>`
    select id, name, priority, team_id, archived_at is not null as is_archived
    from   ticket_categories
    order  by archived_at is not null, position, name`.execute(ctx.db);
  return rows;
}

type Wanted = { name: string; teamId: number | null };

/** What is wrong with a category as it is to be, if anything. */
export async function refuseCategory(
  ctx: Ctx,
  { name, teamId }: Wanted,
  own: number | null,
): Promise<Fail | null> {
  const { rows } = await sql<{ isTaken: boolean; isTeam: boolean }>`
    select exists (select from ticket_categories
                   where  name = ${name} and id is distinct from ${own}) as is_taken,
           ${teamId}::bigint is null or exists (
             select from teams where id = ${teamId} and archived_at is null) as is_team`.execute(
    ctx.db,
  );
  if (rows[0]?.isTaken) {
    return fail('tickets.category_taken', {}, { name: 'tickets.category_taken' });
  }
  return rows[0]?.isTeam ? null : fail('tickets.no_such_team');
}
