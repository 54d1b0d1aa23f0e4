import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import type { BulkChange } from '../api/bulk.ts';
import type { BulkHolder, Fields } from './bulk-holder.ts';
import { type KeptChange, shown } from './find-bulk-change.ts';

type Shown = BulkChange & { createdAt: Date; fields: Record<string, unknown> };

const shownAtMost = 20;

/** What the asker has changed of many rows of a list lately, newest first. */
export async function listBulkChanges(ctx: Ctx, { list }: BulkHolder): Promise<Shown[]> {
  // bulk_changes_age; some hundreds of rows, for they are dropped after a month
  const { rows } = await sql<KeptChange & { createdAt: Date }>`
    select id, fields, state, changed, kept, created_at
    from   bulk_changes
    where  (actor ->> 'staffId')::bigint = ${staffIdOf(ctx.actor)} and entity = ${list.entity}
    order  by created_at desc, id desc
    limit  ${shownAtMost}`.execute(ctx.db);
  return rows.map((row) => ({
    ...shown(row),
    createdAt: row.createdAt,
    fields: flat(row.fields),
  }));
}

/** Attributes as `attributes.KEY`, beside the fields. */
function flat({ attributes = {}, ...rest }: Fields): Record<string, unknown> {
  const own = Object.entries(attributes as Fields).map(
    ([key, value]) => [`attributes.${key}`, value] as const,
  );
  return { ...rest, ...Object.fromEntries(own) };
}
