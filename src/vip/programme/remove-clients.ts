import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/**
 * Lets go of what the programme itself made of people whose import is undone: that they were
 * counted, and scenarios that began by themselves. None of them is among `workedClients`.
 */
export async function removeClients(ctx: Ctx, ids: readonly number[]): Promise<void> {
  const these = sql`any(${[...ids]}::bigint[])`;
  // vip_playbook_runs_subscriber (subscriber_id), vip_clients_pkey
  await sql`
    delete from vip_playbook_runs where subscriber_id = ${these} and started_by is null`.execute(
    ctx.db,
  );
  await sql`delete from vip_clients where id = ${these}`.execute(ctx.db);
}

/** Those of some people whom somebody has worked with as clients: a query that gives their ids. */
export const workedClients = (ids: readonly number[]) => {
  const these = sql`any(${[...ids]}::bigint[])`;
  return sql`
    select subscriber_id from vip_overrides where subscriber_id = ${these}
    union select subscriber_id from vip_occasions where subscriber_id = ${these}
    union select subscriber_id from vip_greetings where subscriber_id = ${these}
    union select subscriber_id from vip_gifts where subscriber_id = ${these}
    union select subscriber_id from vip_escalations where subscriber_id = ${these}
    union select subscriber_id from vip_ticks where subscriber_id = ${these}
    union select subscriber_id from vip_terms where subscriber_id = ${these}
    union select child_id from vip_branches where child_id = ${these}
    union select parent_id from vip_branches where parent_id = ${these}
    union select w.subscriber_id from vip_playbook_runs w
          where  w.subscriber_id = ${these}
          and   (w.started_by is not null or w.ended_at is not null
                 or exists (select from vip_playbook_deeds d where d.run_id = w.id))`;
};
