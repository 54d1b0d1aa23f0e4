import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { coverageApi } from '../api/coverage.ts';

type New = z.output<(typeof coverageApi)['POST /api/connection-terms']['input']>;
type Changed = z.output<(typeof coverageApi)['PUT /api/connection-terms/{id}']['input']>;

const taken = fail('network.name_taken', {}, { name: 'network.name_taken' });

/** Adds terms in the operator's currency. */
export async function addTerms(ctx: Ctx, input: New): Promise<Result<{ id: number }>> {
  const made = await ctx.db
    .insertInto('connectionTerms')
    .values({ ...input, currency: ctx.operator.currency, createdAt: ctx.clock.now() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return taken;
  await tell(ctx, made.id, input);
  return ok(made);
}

/** Changes terms wherever they are used; those used no longer are not offered for choice. */
export async function changeTerms(ctx: Ctx, input: Changed): Promise<Result<Done>> {
  const { id, version, isArchived, ...body } = input;
  // connection_terms_pkey, connection_terms_name_key
  const { rows } = await sql<{ version: number; isTaken: boolean }>`
    select t.version, exists (select from connection_terms o
                              where  o.name = ${body.name} and o.id <> t.id) as is_taken
    from   connection_terms t where t.id = ${id} for update`.execute(ctx.db);
  const [found] = rows;
  if (!found) return fail('network.no_such_terms');
  if (found.version !== version) return fail('network.changed_meanwhile');
  if (found.isTaken) return taken;
  await ctx.db
    .updateTable('connectionTerms')
    .set({ ...body, version: version + 1, archivedAt: isArchived ? ctx.clock.now() : null })
    .where('id', '=', id)
    .execute();
  await tell(ctx, id, body);
  return ok({});
}

const tell = (ctx: Ctx, id: number, facts: New): Promise<unknown> =>
  emit(ctx, {
    type: 'network.terms_changed',
    subject: { kind: 'connection_terms', id },
    facts,
  });
