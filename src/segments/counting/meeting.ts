import { type RawBuilder, sql } from 'kysely';
import type { Condition } from '../../kernel/conditions/condition.ts';
import type { Ctx } from '../../kernel/context.ts';
import { type OpenFields, openFields } from '../../kernel/list/open-fields.ts';
import { type Source, sourceOf } from '../../kernel/list/source.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { subscriberList } from '../../subscribers/index.ts';

/** Rows to read, and their ids as a subquery. */
type Meeting = Source & { open: OpenFields; ids: RawBuilder<unknown> };

/** The subscribers who meet a condition, of those whom the actor may see. */
export async function meeting(ctx: Ctx, condition: Condition): Promise<Result<Meeting>> {
  const open = await openFields(ctx, subscriberList);
  const source = sourceOf(ctx, open, condition, []);
  if (!source.ok) return source;
  const { id, from, where } = source.value;
  return ok({ ...source.value, open, ids: sql`select ${id} as id from ${from} where ${where}` });
}
