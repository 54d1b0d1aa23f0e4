import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { readErasures } from '../../kernel/files/erasures.ts';
import { eraseFiles } from './finish-erasure.ts';
import { forget } from './forget.ts';

/**
 * After a restore: erases again everybody whose data was erased since that backup was made. Only
 * those who are the same by id and by the instant they were entered: a list left over from another
 * base harms nobody.
 * @returns how many were erased again
 */
export async function replayErasures(ctx: Ctx): Promise<number> {
  const erasures = await readErasures(ctx.files);
  if (erasures.length === 0) return 0;
  const { rows } = await sql<{ id: number }>`
    select distinct s.id
    from   jsonb_to_recordset(${JSON.stringify(erasures)}::jsonb)
             as e("subscriberId" bigint, "createdAt" timestamptz)
    join   subscribers s on s.id = e."subscriberId"
    and    date_trunc('milliseconds', s.created_at) = e."createdAt"
    where  s.erased_at is null`.execute(ctx.db);
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return 0;
  await inTransaction(ctx, (tx) => forget(tx, ids));
  await eraseFiles(ctx, ids);
  return ids.length;
}
