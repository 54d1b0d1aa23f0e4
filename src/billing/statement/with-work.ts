import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { statementApi } from '../api/statement.ts';
import { readCorrections } from '../corrections/correction-rows.ts';
import { statementMarks } from '../slots.ts';
import { lineCharges } from './line-charges.ts';
import type { LineRow } from './statement-lines.ts';

type Route = (typeof statementApi)['GET /api/accounts/{id}/statement'];
type Line = z.input<Route['output']>['lines'][number];

/** The lines with the corrections that they are, and that are of them, and what points at them. */
export async function withWork(ctx: Ctx, page: readonly LineRow[]): Promise<Line[]> {
  if (page.length === 0) return [];
  const ids = page.map(({ id }) => id);
  const transactionIds = page.map(({ transactionId }) => transactionId);
  const [posted, charges, about, marks] = await Promise.all([
    readPosted(ctx, transactionIds),
    lineCharges(ctx, ids),
    // corrections_line (line_id) where line_id is not null
    readCorrections(ctx, sql`c.line_id = any(${ids}::bigint[]) order by c.id`),
    Promise.all(statementMarks.fills.map(({ piece }) => piece.ofLines(ctx, ids))),
  ]);
  return page.map(({ transactionId, ...line }) => ({
    ...line,
    charge: charges.get(line.id) ?? null,
    correction: posted.get(transactionId) ?? null,
    corrections: about.filter((one) => one.line?.id === line.id),
    marks: marks
      .flat()
      .filter(({ lineId }) => lineId === line.id)
      .map(({ kind, id, title }) => ({ kind, id, title })),
  }));
}

type Shown = Awaited<ReturnType<typeof readCorrections>>[number];

/** The corrections that these transactions have posted. */
async function readPosted(
  ctx: Ctx,
  transactionIds: readonly number[],
): Promise<ReadonlyMap<number, Shown>> {
  // corrections_transaction_id_key (transaction_id)
  const { rows } = await sql<{ id: number; transactionId: number }>`
    select id, transaction_id from corrections
    where  transaction_id = any(${[...transactionIds]}::bigint[])`.execute(ctx.db);
  if (rows.length === 0) return new Map();
  // corrections_pkey
  const ids = rows.map(({ id }) => id);
  const shown = await readCorrections(ctx, sql`c.id = any(${ids}::bigint[])`);
  const byId = new Map(shown.map((one) => [one.id, one]));
  return new Map(
    rows.flatMap(({ id, transactionId }) => {
      const correction = byId.get(id);
      return correction ? [[transactionId, correction] as const] : [];
    }),
  );
}
