import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { mayHear } from '../../subscribers/index.ts';
import { hasSaidNever } from '../contacts/said-never.ts';
import { isAdvertising } from './kinds.ts';
import { playsWaiting } from './play-rows.ts';

/**
 * Lets go of what makes no sense any more: of who has left, came back, or wants to leave, with whom
 * somebody speaks in a case; who would not hear of it any more, or said that to another call.
 */
export async function dropStaleTasks(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  const at = sql`${now}::timestamptz`;
  const hears = (isSold: boolean) => mayHear(sql`r.id`, { isSold, by: 'phone', at });
  const sold = (await playsWaiting(ctx)).filter(isAdvertising).map(({ id }) => id);
  // play_tasks_due (due_at, id) where state = 'open', retention_cases_one_open
  await sql`
    update play_tasks k set state = 'dropped', done_at = ${now}
    from   subscribers o join subscribers r on r.id = o.root_id
    where  k.state = 'open' and o.id = k.subscriber_id
    and   (r.erased_at is not null or (r.status = 'left') = (k.aim = 'keep')
           or not ${hears(false)} or k.play_id = any(${sold}::bigint[]) and not ${hears(true)}
           or ${hasSaidNever(sql`r.id`)}
           or exists (select from retention_cases c
                      join   subscribers m on m.id = c.subscriber_id
                      where  m.root_id = r.id and c.state = 'open'))`.execute(ctx.db);
}
