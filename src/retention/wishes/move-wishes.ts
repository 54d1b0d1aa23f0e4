import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { RecordedEvent } from '../../kernel/events/journal.ts';
import { purgeHistoryWith } from '../../kernel/events/purge-personal-history.ts';
import { lockOpenOf } from '../cases/lock-case.ts';
import { openCase } from '../cases/open-case.ts';
import type { CaseSource } from '../cases/states.ts';
import { writeCase } from '../cases/write-case.ts';
import { findExit } from '../exits/find-exit.ts';

type Taken = {
  caseId: number;
  source: CaseSource;
  ruleId: number | null;
  messageId: number | null;
  attemptId: number | null;
  words: string;
};

/**
 * It was somebody else who said all this: their wishes go along, and what was said is forgotten
 * where it stood. A case that is left with none was a mistake.
 */
export async function moveWishes(ctx: Ctx, event: RecordedEvent): Promise<void> {
  const { subjectId: conversationId, subscriberId, occurredAt, facts } = event;
  const before = Number(facts['fromSubscriberId'] ?? 0);
  if (before === 0) return;
  const standing = await lockOpenOf(ctx, before);
  const taken = await takeOut(ctx, conversationId, before, subscriberId);
  const cases = new Set(taken.map(({ caseId }) => caseId));
  if (cases.size === 0) return;
  await purgeHistoryWith(ctx, 'case', [...cases], { conversationId });
  if (standing && cases.has(standing.id)) await leaveCase(ctx, standing);
  if (subscriberId === null) return;
  for (const { caseId: _, ...wish } of taken) {
    await openCase(ctx, { ...wish, subscriberId, conversationId, heardAt: occurredAt });
  }
}

/** Wishes of what stands in a conversation, out of cases of whoever it was thought to be with. */
async function takeOut(
  ctx: Ctx,
  conversationId: number,
  before: number,
  now: number | null,
): Promise<Taken[]> {
  // case_wishes_conversation (conversation_id), messages_pkey, subscribers_pkey
  const { rows } = await sql<Taken>`
    with gone as (
      delete from case_wishes w
      using  retention_cases c, subscribers s, subscribers was
      where  w.conversation_id = ${conversationId}
      and    c.id = w.case_id and s.id = c.subscriber_id and was.id = ${before}
      and    s.root_id = was.root_id
      and    s.root_id is distinct from (select n.root_id from subscribers n where n.id = ${now})
      returning w.id, w.case_id, w.source, w.rule_id, w.message_id, w.attempt_id, w.words)
    select case_id, source, rule_id, message_id, attempt_id, words
    from   gone order by id`.execute(ctx.db);
  return rows;
}

async function leaveCase(
  ctx: Ctx,
  standing: NonNullable<Awaited<ReturnType<typeof lockOpenOf>>>,
): Promise<void> {
  const left = await ctx.db
    .selectFrom('caseWishes')
    .select('id')
    .where('caseId', '=', standing.id)
    .limit(1)
    .executeTakeFirst();
  const isOver = !left && !(await findExit(ctx, standing.id));
  const closed = { state: 'closed', outcome: 'mistake', closedAt: ctx.clock.now(), callAt: null };
  const told = isOver
    ? ({ type: 'retention.case_closed', facts: { outcome: 'mistake' } } as const)
    : ({ type: 'retention.wish_moved' } as const);
  await writeCase(ctx, standing, isOver ? closed : {}, told);
}
