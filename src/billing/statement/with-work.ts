import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { statementApi } from '../api/statement.ts';
import { statementMarks } from '../slots.ts';
import type { CorrectionsOn } from './corrections-on.ts';
import { lineCharges } from './line-charges.ts';
import { lineSources } from './line-sources.ts';
import type { LineRow } from './statement-lines.ts';

type Route = (typeof statementApi)['GET /api/accounts/{id}/statement'];
type Line = z.input<Route['output']>['lines'][number];

/** The lines with the corrections that they are, and that are of them, and what points at them. */
export async function withWork(
  ctx: Ctx,
  accountId: number,
  page: readonly LineRow[],
  { posted, about }: CorrectionsOn,
): Promise<Line[]> {
  if (page.length === 0) return [];
  const ids = page.map(({ id }) => id);
  const transactionIds = page.map(({ transactionId }) => transactionId);
  const [charges, sources, marks] = await Promise.all([
    lineCharges(ctx, ids),
    lineSources(ctx, accountId, transactionIds),
    Promise.all(statementMarks.fills.map(({ piece }) => piece.ofLines(ctx, ids))),
  ]);
  return page.map(({ transactionId, ...line }) => ({
    ...line,
    charge: charges.get(line.id) ?? null,
    source: sources.get(transactionId) ?? null,
    correction: posted.get(transactionId) ?? null,
    corrections: about.filter((one) => one.line?.id === line.id),
    marks: marks
      .flat()
      .filter(({ lineId }) => lineId === line.id)
      .map(({ kind, id, title }) => ({ kind, id, title })),
  }));
}
