import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { reaches } from '../find-subscriber.ts';

/** An open household or holding, its row locked: who joins and who leaves wait for each other. */
export async function findHousehold(
  ctx: Ctx,
  id: number,
): Promise<{ kind: string; name: string } | undefined> {
  return ctx.db
    .selectFrom('households')
    .select(['kind', 'name'])
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

/** Whether the actor may change one of its members, and so the household, too. */
export async function reachesHousehold(ctx: Ctx, id: number): Promise<boolean> {
  const { rows } = await sql`
    select from household_members m
    join   subscribers s on s.id = m.subscriber_id
    join   subscribers r on r.id = s.root_id
    where  m.household_id = ${id} and ${reaches(ctx, 'subscribers.edit')}
    limit  1`.execute(ctx.db);
  return rows.length > 0;
}
