import { sql } from 'kysely';
import { openLetter } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';
import { reaches } from '../reach.ts';

type Asked = { id: number; messageId: number; pictures?: boolean | undefined };

/** A letter as its writer laid it out, for whoever may see the conversation in which it stands. */
export async function showLetter(
  ctx: Ctx,
  { id, messageId, pictures = false }: Asked,
): Promise<Result<Download>> {
  // messages_pkey
  const { rows } = await sql<{ rawMessageId: number | null }>`
    select m.raw_message_id
    from   messages m
    join   conversations p on p.id = m.conversation_id
    join   conversations c on c.id = coalesce(p.root_id, p.id)
    where  m.id = ${messageId} and ${id} in (p.id, c.id)
    and    ${reaches(ctx, 'conversations.view')}`.execute(ctx.db);
  const rawMessageId = rows[0]?.rawMessageId ?? null;
  const page = rawMessageId === null ? null : await openLetter(ctx, rawMessageId, pictures);
  if (page === null) return fail('conversations.message_not_found');
  return ok({
    body: page,
    contentType: 'text/html; charset=utf-8',
    headers: {
      // A stranger wrote it: it runs nothing, and loads nothing that was not asked for.
      'content-security-policy': [
        "default-src 'none'",
        `img-src data:${pictures ? ' https: http:' : ''}`,
        "style-src 'unsafe-inline'",
        "frame-ancestors 'self'",
        'sandbox allow-popups allow-popups-to-escape-sandbox',
      ].join('; '),
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-store',
    },
  });
}
