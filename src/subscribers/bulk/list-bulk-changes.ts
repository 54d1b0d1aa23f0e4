import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import type { bulkApi } from '../api/bulk.ts';
import { flatten } from '../record/values.ts';
import { type KeptChange, shown } from './find-bulk-change.ts';

type Shown = z.input<(typeof bulkApi)['GET /api/subscribers/bulk-changes']['output']>['changes'];

const shownAtMost = 20;

/** What the asker has changed of many lately, newest first. */
export async function listBulkChanges(ctx: Ctx): Promise<Shown> {
  // bulk_changes_age; some hundreds of rows, for they are dropped after a month
  const { rows } = await sql<KeptChange & { createdAt: Date }>`
    select id, fields, state, changed, kept, created_at
    from   bulk_changes
    where  (actor ->> 'staffId')::bigint = ${staffIdOf(ctx.actor)}
    order  by created_at desc, id desc
    limit  ${shownAtMost}`.execute(ctx.db);
  return rows.map((row) => ({
    ...shown(row),
    createdAt: row.createdAt,
    fields: flatten(row.fields),
  }));
}
