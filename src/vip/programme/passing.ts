import { sql } from 'kysely';
import type { Passing } from '../../subscribers/index.ts';

/** That somebody was counted, and scenarios that began by themselves and that nobody has walked. */
export const passing: Passing = {
  tables: ['vip_clients', 'vip_playbook_runs'],
  remove: async (ctx, ids) => {
    const these = sql`any(${[...ids]}::bigint[])`;
    // vip_playbook_runs_subscriber (subscriber_id), vip_clients_pkey
    await sql`
      delete from vip_playbook_runs where subscriber_id = ${these} and started_by is null`.execute(
      ctx.db,
    );
    await sql`delete from vip_clients where id = ${these}`.execute(ctx.db);
  },
  worked: (ids) => sql`
    select w.subscriber_id from vip_playbook_runs w
    where  w.subscriber_id = any(${[...ids]}::bigint[])
    and   (w.started_by is not null or w.ended_at is not null
           or exists (select from vip_playbook_deeds d where d.run_id = w.id))`,
};
