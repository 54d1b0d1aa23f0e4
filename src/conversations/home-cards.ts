import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { textsIn } from '../kernel/i18n/texts.ts';
import { isUnderVeil, veiledNow } from '../kernel/veil.ts';
import { type HomeCard, MOST_COUNTED, MOST_HOME_ROWS } from '../work/index.ts';
import { me, reaches } from './reach.ts';

/** My conversations in which it is our turn, the most pressing first. */
export const mineCard: HomeCard = {
  key: 'conversations.mine',
  title: (ctx) => textsIn(ctx.language).t('conversations:home.mine'),
  permission: 'conversations.work',
  order: 10,
  path: '/conversations?queue=mine',
  // conversations_owner (owner_staff_id, urgent_at, id) where state <> 'closed'
  read: (ctx) => read(ctx, sql`c.owner_staff_id = ${me(ctx)} and c.whose_turn = 'ours'`),
};

/** What is late at the desks that one leads, whoever has it. */
export const lateCard: HomeCard = {
  key: 'conversations.late',
  title: (ctx) => textsIn(ctx.language).t('conversations:home.late'),
  permission: 'conversations.assign',
  order: 60,
  path: '/board',
  // conversations_queue (next_due_at, id) where state = 'open'
  read: (ctx) =>
    read(
      ctx,
      sql`c.next_due_at <= ${ctx.clock.now()} and c.owner_staff_id is distinct from ${me(ctx)}
          and ${reaches(ctx, 'conversations.assign')}`,
    ),
};

type Row = { id: number; name: string | null; owner: string | null; dueAt: Date };

async function read(ctx: Ctx, where: RawBuilder<unknown>) {
  const now = ctx.clock.now();
  const { rows } = await sql<Row>`
    select c.id, case when ${isUnderVeil(await veiledNow(ctx), sql`r.id`)} then null
                      else coalesce(r.display_name, c.contact_draft ->> 'name', nullif(c.sender, ''))
                 end as name, w.name as owner, c.next_due_at as due_at
    from   conversations c
    left   join subscribers s on s.id = c.subscriber_id
    left   join subscribers r on r.id = s.root_id
    left   join staff w on w.id = c.owner_staff_id
    where  c.state = 'open' and c.merged_into_id is null and ${where}
    order  by c.next_due_at, c.id limit ${MOST_COUNTED}`.execute(ctx.db);
  if (rows.length === 0) return null;
  return {
    count: rows.length,
    rows: rows.slice(0, MOST_HOME_ROWS).map(({ id, name, owner, dueAt }) => ({
      title: name,
      words: owner ?? '',
      at: dueAt,
      isLate: dueAt <= now,
      path: `/conversations/${id}`,
    })),
  };
}
