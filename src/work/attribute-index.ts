import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../kernel/context.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { emit } from '../kernel/events/journal.ts';
import { defineJob } from '../kernel/jobs/jobs.ts';
import { attributeExpression } from '../kernel/list/attribute-field.ts';
import { type AttributeHolder, holderOf } from './attribute-holders.ts';

type Definition = {
  id: number;
  entity: string;
  key: string;
  type: 'text' | 'number' | 'date' | 'boolean' | 'choice';
  isWanted: boolean;
};

/**
 * Builds the index of a fast attribute, or drops that of one no longer fast, while people work. Run
 * again after a kill it drops the half-built index first.
 */
export const attributeIndexJob = defineJob({
  name: 'work.attribute_index',
  payload: z.object({ id: z.int() }),
  // A base of a million rows on a slow disk under load.
  expireSeconds: 6 * 3600,
  run: async (ctx, { id }) => {
    const definition = await find(ctx, id);
    const holder = definition && holderOf(definition.entity);
    if (definition?.isWanted && holder) await build(ctx, definition, holder);
    else await drop(ctx, id);
    if (definition) await note(ctx, definition);
  },
});

async function find(ctx: Ctx, id: number): Promise<Definition | undefined> {
  const { rows } = await sql<Definition>`
    select id, entity, key, type, is_fast and archived_at is null as is_wanted
    from   attribute_definitions where id = ${id}`.execute(ctx.db);
  return rows[0];
}

/** From the id: a key may be long, and another entity may have the same. */
const indexName = (id: number): string => `attribute_${id}`;

async function build(ctx: Ctx, definition: Definition, holder: AttributeHolder): Promise<void> {
  const name = indexName(definition.id);
  const { rows } = await sql<{ isValid: boolean }>`
    select i.indisvalid as is_valid from pg_index i
    where  i.indexrelid = to_regclass(${name})`.execute(ctx.db);
  if (rows[0]?.isValid) return;
  if (rows[0]) await drop(ctx, definition.id);
  const expression = attributeExpression(definition.type, definition.key, holder.column);
  const where = holder.only ? sql`where ${sql.raw(holder.only)}` : sql``;
  await sql`create index concurrently ${sql.id(name)}
    on ${sql.id(holder.table)} (${sql.raw(expression)}, id) ${where}`.execute(ctx.db);
  // The planner knows nothing of an expression's values until then.
  await sql`analyze ${sql.id(holder.table)}`.execute(ctx.db);
}

async function drop(ctx: Ctx, id: number): Promise<void> {
  await sql`drop index concurrently if exists ${sql.id(indexName(id))}`.execute(ctx.db);
}

async function note(ctx: Ctx, { id, isWanted }: Definition): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.db
      .updateTable('attributeDefinitions')
      .set({ indexState: isWanted ? 'ready' : 'none' })
      .where('id', '=', id)
      .execute();
    await emit(tx, {
      type: 'work.attribute_index_changed',
      subject: { kind: 'attribute', id },
      facts: { indexState: isWanted ? 'ready' : 'none' },
    });
  });
}
