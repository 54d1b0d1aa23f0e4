import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import type { Guided } from './lock-guided.ts';

type Changes = Partial<{
  path: string[];
  answers: string;
  technology: string | null;
  lineKbps: number | null;
  metres: number | null;
  taken: string | null;
  takenMinor: number | null;
  payment: string | null;
  paymentParts: number | null;
  connectionMinor: number | null;
  alternativesAskedAt: Date;
  state: string;
  endedAt: Date;
  endedBy: number | null;
}>;

/** Of a sale of which it is not chosen how the connection is paid. */
export const unpaid = { payment: null, paymentParts: null, connectionMinor: null } as const;

/** Of one that nothing was chosen in, nor how it is paid. */
export const untaken = { taken: null, takenMinor: null, ...unpaid } as const;

/** The one way in which a locked guided sale changes. @returns its id and version */
export async function writeGuided(
  ctx: Ctx,
  { id, version }: Guided,
  changes: Changes,
): Promise<{ id: number; version: number }> {
  const next = version + 1;
  await ctx.db
    .updateTable('guidedSales')
    .set({ ...changes, version: next })
    .where('id', '=', id)
    .execute();
  return { id, version: next };
}

/** Tells the journal of a step that others count or look at, on the deal that it is about. */
export async function tell(
  ctx: Ctx,
  { id, dealId, subscriberId }: Pick<Guided, 'id' | 'dealId' | 'subscriberId'>,
  type: string,
  facts: Record<string, unknown> = {},
): Promise<void> {
  await emit(ctx, {
    type: `sales.${type}`,
    subject: { kind: 'deal', id: dealId },
    subscriberId,
    facts: { number: dealId, guidedSaleId: id, ...facts },
  });
}
