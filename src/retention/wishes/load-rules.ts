import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { WishRule } from './hear-words.ts';

/** Rules that are listened to. */
export async function loadRules(ctx: Ctx): Promise<(WishRule & { name: string })[]> {
  const { rows } = await sql<WishRule & { name: string }>`
    select id, name, phrases, exceptions, is_angry from wish_rules
    where  archived_at is null order by id limit 500`.execute(ctx.db);
  return rows;
}
