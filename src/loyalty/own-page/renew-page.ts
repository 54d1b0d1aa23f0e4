import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { lockMember } from '../members/find-member.ts';
import { pathOf } from './path-of.ts';

/** Another link, where the former one has come into hands that it was not meant for. */
export async function renewPage(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<{ path: string }>> {
  const locked = await lockMember(ctx, id);
  if (!locked.ok) return locked;
  const { subscriberId } = locked.value;
  const { rows } = await sql<{ pageKey: string }>`
    update loyalty_members set page_key = replace(gen_random_uuid()::text, '-', '')
    where  subscriber_id = ${subscriberId} returning page_key`.execute(ctx.db);
  await emit(ctx, {
    type: 'loyalty.page_renewed',
    subject: { kind: 'subscriber', id: subscriberId },
    subscriberId,
  });
  return ok({ path: pathOf(rows[0]?.pageKey ?? '') });
}
