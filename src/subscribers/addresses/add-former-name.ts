import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { streetKey } from './street-key.ts';

type FormerName = { name: string; fromOn: string | null; untilOn: string | null };

/** Keeps what a street was called before, so that it is found by that too. */
export async function addFormerName(
  ctx: Ctx,
  { id, name, fromOn, untilOn }: FormerName & { id: number },
): Promise<Result<{ id: number }>> {
  const street = await ctx.db
    .selectFrom('streets')
    .select('city')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!street) return fail('subscribers.no_such_street');
  const [made] = await loadFormerNames(ctx, [
    { streetId: id, city: street.city, name, fromOn, untilOn },
  ]);
  if (made === undefined) {
    return fail('subscribers.street_name_taken', {}, { name: 'subscribers.street_name_taken' });
  }
  await emit(ctx, {
    type: 'subscribers.street_name_added',
    subject: { kind: 'street', id },
    facts: { name, fromOn, untilOn },
  });
  return ok({ id: made });
}

/** Forgets a former name that was wrong. */
export async function removeFormerName(
  ctx: Ctx,
  { id, nameId }: { id: number; nameId: number },
): Promise<Result<Done>> {
  const removed = await ctx.db
    .deleteFrom('streetFormerNames')
    .where('id', '=', nameId)
    .where('streetId', '=', id)
    .returning('name')
    .executeTakeFirst();
  if (!removed) return fail('subscribers.no_such_street');
  await emit(ctx, {
    type: 'subscribers.street_name_removed',
    subject: { kind: 'street', id },
    facts: { name: removed.name },
  });
  return ok({});
}

/** Former names that a base or the demo brings. @returns the ids of those that are new */
export async function loadFormerNames(
  ctx: Ctx,
  names: readonly (FormerName & { streetId: number; city: string })[],
): Promise<number[]> {
  const rows = names.map((one) => ({ ...one, key: streetKey(one.city, one.name) }));
  // street_former_names_street_id_key_key
  const made = await sql<{ id: number }>`
    insert into street_former_names (street_id, name, key, from_on, until_on, created_at)
    select r."streetId", r.name, r.key, r."fromOn", r."untilOn", ${ctx.clock.now()}
    from   jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
             as r("streetId" bigint, name text, key text, "fromOn" date, "untilOn" date)
    on conflict (street_id, key) do nothing
    returning id`.execute(ctx.db);
  return made.rows.map(({ id }) => id);
}
