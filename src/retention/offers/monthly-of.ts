import { type RawBuilder, sql } from 'kysely';
import { monthlyFeesMinor } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';

/** What somebody pays a month for what they have now, over all their open accounts; of a root. */
export const monthlyOf = (
  ctx: Ctx,
  rootId: RawBuilder<unknown>,
): RawBuilder<number> => sql<number>`(
  -- subscribers_root (root_id), accounts_subscriber
  select coalesce(sum(${monthlyFeesMinor(today(ctx))}), 0)::bigint
  from   subscribers m
  join   accounts a on a.subscriber_id = m.id and a.state <> 'closed'
  where  m.root_id = ${rootId})`;
