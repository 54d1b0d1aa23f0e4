import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { readyStaff } from '../../staff/index.ts';
import type { chatApi } from '../api/chat.ts';
import { findOfKind } from '../settings/load-channel.ts';
import { findVisitor, senderOf } from './visitors.ts';

type Seen = z.input<(typeof chatApi)['POST /api/public/chat/lines']['output']>;

/** So many of the latest lines are shown. */
const MOST_LINES = 200;

/** What a visitor sees: never more than was said under the secret shown. */
export async function readLines(
  ctx: Ctx,
  { channelId, token }: { channelId: number; token?: string | undefined },
): Promise<Result<Seen>> {
  const chat = await findOfKind(ctx, 'chat', channelId);
  if (!chat) return fail('channels.not_found');
  const ready = await readyStaff(ctx, { permission: 'conversations.work' });
  const visitorId = token === undefined ? null : await findVisitor(ctx, channelId, token);
  return ok({
    ...chat.settings,
    isOpen: chat.state === 'on' && ready.length > 0,
    lines: visitorId === null ? [] : await linesOf(ctx, channelId, senderOf(visitorId)),
  });
}

async function linesOf(ctx: Ctx, channelId: number, visitor: string): Promise<Seen['lines']> {
  // raw_messages_sender (sender, received_at), outgoing_messages_recipient (recipient), and keys
  // of what goes along: outgoing_files_pkey, files_pkey
  const { rows } = await sql<Seen['lines'][number]>`
    select id, is_ours, text, at, files from (
      select 'in-' || r.id as id, false as is_ours, r.payload ->> 'text' as text,
             r.received_at as at, '[]' as files
      from   raw_messages r
      where  r.sender = ${visitor} and r.channel_id = ${channelId} and r.erased_at is null
      union all
      select 'out-' || o.id, true, o.payload ->> 'text', o.sent_at,
             coalesce((select jsonb_agg(jsonb_build_object(
                                'id', f.id, 'name', f.name, 'sizeBytes', f.size_bytes)
                                order by a.place)
                       from   outgoing_files a
                       join   files f on f.id = a.file_id and f.erased_at is null
                       where  a.outgoing_message_id = o.id), '[]')
      from   outgoing_messages o
      where  o.recipient = ${visitor} and o.channel_id = ${channelId} and o.state = 'sent'
      and    o.erased_at is null
      order  by at desc limit ${MOST_LINES}) latest
    where  text is not null
    order  by at, id`.execute(ctx.db);
  return rows;
}
