import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Priority } from '../api/states.ts';
import { quickerFor } from '../../norms/index.ts';
import { type ClockKind, clockKinds } from '../api/clocks.ts';
import type { Promised } from './ticket-clocks.ts';

type Row = {
  kind: ClockKind;
  categoryId: number | null;
  priority: Priority | null;
  normSeconds: number;
  calendarId: number;
};
type Of = { categoryId: number; priority: Priority; subscriberId: number | null };

/**
 * What is promised of tickets: the general norm, unless the priority, the category, or the category
 * in this priority has one of its own; the narrower goes before the wider. Some subscribers are
 * promised it sooner than that.
 */
export async function loadPromises(
  ctx: Ctx,
  subscriberIds: readonly (number | null)[],
): Promise<(ticket: Of) => Promised> {
  const kinds = clockKinds.map((kind) => `tickets.${kind}`);
  const known = [...new Set(subscriberIds)].filter((id) => id !== null);
  const quicker = Map.groupBy(await quickerFor(ctx, kinds, known), (one) => one.subscriberId);
  // norms_kind_key; of the narrower ones there are a few dozen at most
  const { rows } = await sql<Row>`
    select replace(kind, 'tickets.', '') as kind, null::bigint as category_id,
           null::text as priority, target_seconds as norm_seconds, calendar_id
    from   norms where kind = any(${kinds}::text[])
    union  all
    select kind, category_id, priority, target_seconds, calendar_id from ticket_norms`.execute(
    ctx.db,
  );
  return (ticket) => (kind) => {
    const [best] = rows
      .filter((row) => row.kind === kind && isFor(row, ticket))
      .toSorted((a, b) => narrowness(b) - narrowness(a));
    if (!best) throw new Error(`the norm of ${kind} is made at start`);
    const own = quicker.get(ticket.subscriberId ?? 0) ?? [];
    const sooner = own.filter((one) => one.kind === `tickets.${kind}`);
    const normSeconds = Math.min(best.normSeconds, ...sooner.map(({ seconds }) => seconds));
    return { normSeconds, calendarId: best.calendarId };
  };
}

const isFor = ({ categoryId, priority }: Row, ticket: Of): boolean =>
  (categoryId === null || categoryId === ticket.categoryId) &&
  (priority === null || priority === ticket.priority);

const narrowness = ({ categoryId, priority }: Row): number =>
  (categoryId === null ? 0 : 2) + (priority === null ? 0 : 1);
