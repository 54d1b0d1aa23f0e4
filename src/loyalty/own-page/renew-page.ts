import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { lockMember } from '../members/find-member.ts';
import { pathOf } from './path-of.ts';

/**
 * Another link, where the former one has come into hands that it was not meant for; so has every
 * record of theirs, for the link of each opens the page.
 */
export async function renewPage(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<{ path: string }>> {
  const locked = await lockMember(ctx, id);
  if (!locked.ok) return locked;
  const { subscriberId } = locked.value;
  // subscribers_root (root_id), loyalty_members_pkey
  const { rows } = await sql<{ subscriberId: number; pageKey: string }>`
    update loyalty_members b set page_key = replace(gen_random_uuid()::text, '-', '')
    from   subscribers o
    where  o.root_id = ${subscriberId} and b.subscriber_id = o.id
    returning b.subscriber_id, b.page_key`.execute(ctx.db);
  const own = rows.find((row) => row.subscriberId === subscriberId);
  await emit(ctx, {
    type: 'loyalty.page_renewed',
    subject: { kind: 'subscriber', id: subscriberId },
    subscriberId,
  });
  return ok({ path: pathOf(own?.pageKey ?? '') });
}
