import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { readCorrections } from '../corrections/correction-rows.ts';
import type { LineRow } from './statement-lines.ts';

type Shown = Awaited<ReturnType<typeof readCorrections>>[number];

export type CorrectionsOn = {
  /** Of the account, that nobody has decided on. */
  pending: Shown[];
  /** By the transaction that posted them. */
  posted: ReadonlyMap<number, Shown>;
  /** Of lines of the page. */
  about: Shown[];
};

/**
 * The corrections of an account that a page of its lines shows. Most accounts have none: that costs
 * one look at an index.
 */
export async function correctionsOn(
  ctx: Ctx,
  accountId: number,
  page: readonly LineRow[],
): Promise<CorrectionsOn> {
  const lineIds = page.map(({ id }) => id);
  const transactionIds = page.map(({ transactionId }) => transactionId);
  // corrections_account (account_id, id desc)
  const { rows } = await sql<{ id: number; transactionId: number | null; isPending: boolean }>`
    select id, transaction_id, state = 'proposed' as is_pending from corrections
    where  account_id = ${accountId}
    and    (state = 'proposed' or transaction_id = any(${transactionIds}::bigint[])
            or line_id = any(${lineIds}::bigint[]))`.execute(ctx.db);
  if (rows.length === 0) return { pending: [], posted: new Map(), about: [] };
  // corrections_pkey
  const ids = rows.map(({ id }) => id);
  const shown = await readCorrections(ctx, sql`c.id = any(${ids}::bigint[]) order by c.id`);
  const known = new Map<unknown, (typeof rows)[number]>(rows.map((row) => [row.id, row]));
  const onPage = new Set<unknown>(lineIds);
  return {
    pending: shown.filter(({ id }) => known.get(id)?.isPending),
    posted: new Map(
      shown.flatMap((one) => {
        const transactionId = known.get(one.id)?.transactionId ?? null;
        return transactionId === null ? [] : [[transactionId, one] as const];
      }),
    ),
    about: shown.filter(({ line }) => line !== null && onPage.has(line.id)),
  };
}
