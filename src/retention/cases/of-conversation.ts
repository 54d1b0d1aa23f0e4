import { sql } from 'kysely';
import { conversationsWithin } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { reaches } from '../reach.ts';

type Beside = { caseId: number | null; isKnown: boolean };

/** The open case of whoever a conversation is with; and whether it is known who that is. */
export async function caseOfConversation(
  ctx: Ctx,
  { conversationId }: { conversationId: number },
): Promise<Result<Beside>> {
  // conversations_pkey, subscribers_root (root_id), retention_cases_one_open
  const { rows } = await sql<Beside>`
    select v.subscriber_id is not null as is_known, (
             select c.id from subscribers s
             join   subscribers m on m.root_id = s.root_id
             join   retention_cases c on c.subscriber_id = m.id and c.state = 'open'
             where  s.id = v.subscriber_id and ${reaches(ctx, 'retention.work')}
             order  by c.id limit 1) as case_id
    from   (select c.id, c.subscriber_id from conversations c
            where  c.id = ${conversationId} and ${conversationsWithin(ctx)}) v`.execute(ctx.db);
  return rows[0] ? ok(rows[0]) : fail('retention.no_such_conversation');
}
