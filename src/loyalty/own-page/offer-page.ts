import { sql } from 'kysely';
import type { z } from 'zod';
import { waysTo } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { ownPageApi } from '../api/own-page.ts';
import { findMember } from '../members/find-member.ts';
import { pathOf } from './path-of.ts';

type Shown = z.input<(typeof ownPageApi)['GET /api/subscribers/{id}/own-page']['output']>;

/** The link of a subscriber's own page, by what it can be sent and when it was last. */
export async function offerPage(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const found = await findMember(ctx, id);
  if (!found.ok) return found;
  const { subscriberId } = found.value;
  // loyalty_members_pkey, page_sendings_subscriber (subscriber_id, id)
  const { rows } = await sql<{ pageKey: string; sent: Shown['sent'] }>`
    select b.page_key,
           (select jsonb_build_object('way', p.way, 'at', p.sent_at)
            from   page_sendings p where p.subscriber_id = b.subscriber_id
            order  by p.id desc limit 1) as sent
    from   loyalty_members b where b.subscriber_id = ${subscriberId}`.execute(ctx.db);
  const { pageKey = '', sent = null } = rows[0] ?? {};
  const ways = await waysTo(ctx, { subscriberId });
  return ok({
    path: pathOf(pageKey),
    ways: ways.map(({ key, kind, recipient, name }) => ({
      key,
      kind,
      shown: kind === 'email' ? recipient : name,
    })),
    sent,
  });
}
