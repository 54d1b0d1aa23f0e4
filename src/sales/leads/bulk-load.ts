import { sql } from 'kysely';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { copyRows } from '../../kernel/db/copy.ts';
import { reserveIds } from '../../kernel/db/reserve-ids.ts';
import { loadEntries } from '../../kernel/search/load-entries.ts';
import { describeBuyer } from '../describe-buyer.ts';

/** A lead as a base brings it: it waits, has become a deal, or came to nothing. */
export type LeadLoad = {
  name: string;
  phone: string;
  address: string;
  wanted: string;
  /** By name; one that is not known is none. */
  source: string;
  createdAt: Date;
  decidedAt: Date | null;
  dealId?: number;
  /** By name, of a declined one. */
  declineReason?: string;
};

const columns = `id state name phone address wanted source_id deal_id decline_reason_id created_at
  decided_at`.split(/\s+/);

const nobodys = { subscriberId: null, ownerStaffId: null, teamId: null };

/** Writes leads through COPY, to be found by their words; deals, and so sources, come before. */
export async function bulkLoad(ctx: BulkCtx, given: readonly LeadLoad[]): Promise<void> {
  const [sources, reasons] = [await named(ctx, 'lead_sources'), await named(ctx, 'lost_reasons')];
  const ids = await reserveIds(ctx, 'leads', given.length);
  const rows = given.map((lead, at) => {
    const reasonId = reasons.get(lead.declineReason ?? '') ?? null;
    const state = lead.dealId ? 'accepted' : reasonId === null ? 'new' : 'declined';
    return [
      ids[at],
      state,
      lead.name,
      lead.phone,
      lead.address,
      lead.wanted,
      sources.get(lead.source) ?? null,
      lead.dealId ?? null,
      reasonId,
      lead.createdAt,
      state === 'new' ? null : lead.decidedAt,
    ];
  });
  await copyRows(ctx.client, 'leads', columns, rows);
  await loadEntries(
    ctx,
    given.map((lead, at) => {
      const found = { id: ids[at] ?? 0, email: '', beganAt: lead.createdAt };
      return describeBuyer('lead', { ...lead, ...nobodys, ...found });
    }),
  );
}

async function named(ctx: BulkCtx, table: 'lead_sources' | 'lost_reasons') {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from ${sql.table(table)}`.execute(ctx.db);
  return new Map(rows.map(({ id, name }) => [name, id]));
}
