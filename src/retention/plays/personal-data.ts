import { sql } from 'kysely';
import { purgeHistoryOf } from '../../kernel/events/purge-personal-history.ts';
import type { Eraser, PersonalDataSource } from '../../subscribers/index.ts';

/** Why we called or wrote by ourselves, and what came of it. */
export const toldOfPlays: PersonalDataSource = {
  section: 'plays',
  choices: { outcome: (value) => `tasks.outcomes.${value}` },
  load: async (ctx, ids) => {
    // play_tasks_subscriber (subscriber_id, made_at desc), plays_pkey
    const { rows } = await sql<Record<string, unknown>>`
      select p.name as play, k.made_at, k.outcome, k.note, k.done_at
      from   play_tasks k join plays p on p.id = k.play_id
      where  k.subscriber_id = any(${ids}::bigint[]) and k.state not in ('held', 'unserved')
      order  by k.id`.execute(ctx.db);
    return rows;
  },
};

/** Forgets what they said, and lets go of what was to be said to them. */
export const playEraser: Eraser = {
  erase: async (ctx, ids) => {
    const { rows } = await sql<{ id: number }>`
      update play_tasks
      set    note = '', state = case when state = 'open' then 'dropped' else state end,
             done_at = case when state = 'open' then ${ctx.clock.now()} else done_at end
      where  subscriber_id = any(${ids}::bigint[]) returning id`.execute(ctx.db);
    await purgeHistoryOf(
      ctx,
      'play_task',
      rows.map(({ id }) => id),
    );
  },
};
