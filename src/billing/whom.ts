import { type RawBuilder, sql } from 'kysely';
import type { Condition } from '../kernel/conditions/condition.ts';
import type { Ctx } from '../kernel/context.ts';
import { openFields } from '../kernel/list/open-fields.ts';
import { sourceOf } from '../kernel/list/source.ts';
import { ok, type Result } from '../kernel/result.ts';
import { subscriberList } from '../subscribers/index.ts';

/** Makes of a condition whether it holds of the subscriber whose root's id the SQL names. */
export type Whom = (
  condition: Condition | null,
  rootId: RawBuilder<unknown>,
) => Result<RawBuilder<boolean>>;

/**
 * Whom rules of money are for, asked as the list of subscribers asks; whoever looks, rules reach
 * all of them.
 */
export async function openWhom(ctx: Ctx): Promise<Whom> {
  const system: Ctx = { ...ctx, actor: { kind: 'system', name: 'rules' } };
  const open = await openFields(system, subscriberList);
  return (condition, rootId) => {
    if (!condition) return ok(sql<boolean>`true`);
    const source = sourceOf(system, open, condition, []);
    if (!source.ok) return source;
    const { from, where, id } = source.value;
    // subscribers_pkey, and what each question of the condition relies on
    return ok(sql<boolean>`exists (select from ${from} where ${id} = ${rootId} and ${where})`);
  };
}
