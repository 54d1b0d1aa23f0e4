import { sql } from 'kysely';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { copyRows } from '../../kernel/db/copy.ts';
import { reserveIds } from '../../kernel/db/reserve-ids.ts';
import { loadEntries } from '../../kernel/search/load-entries.ts';
import { ensurePipeline } from '../pipelines/ensure-first-pipeline.ts';
import { loadStays, type StayLoad } from './load-stays.ts';
import { describeBuyer } from '../describe-buyer.ts';
import type { DealState } from './states.ts';

/** A deal as a base brings it, into the first pipeline. */
export type DealLoad = {
  /** From 0: the first stage. One beyond the last is the last. */
  stageAt: number;
  state: DealState;
  name: string;
  phone?: string;
  address?: string;
  wanted?: string;
  subscriberId?: number | null;
  /** Of which it was made. */
  conversationId?: number | null;
  /** By name; one that is not known is none. */
  source?: string;
  /** An effort of the source. */
  campaign?: string;
  /** Of a lost one; the first reason where it is not known. */
  lostReason?: string;
  ownerStaffId?: number | null;
  teamId?: number | null;
  monthlyMinor: number;
  onceMinor: number;
  expectedOn?: string | null;
  openedAt: Date;
  enteredStageAt: Date;
  dueAt?: Date | null;
  closedAt: Date | null;
  /** The stages that it stood in, the last one too; the last one alone where they are not known. */
  stays?: readonly StayLoad[];
};

const columns = `id pipeline_id stage_id state name phone address wanted subscriber_id
  conversation_id source_id campaign lost_reason_id owner_staff_id team_id monthly_minor
  once_minor currency expected_on opened_at entered_stage_at due_at late_told_at escalated_at
  closed_at created_at updated_at`.split(/\s+/);

/** Writes deals through COPY, to be found by their words. @returns their ids, in order */
export async function bulkLoad(ctx: BulkCtx, given: readonly DealLoad[]): Promise<number[]> {
  if (given.length === 0) return [];
  await ensurePipeline(ctx);
  const { stages, sources, reasons } = await dictionaries(ctx);
  const ids = await reserveIds(ctx, 'deals', given.length);
  const now = ctx.clock.now();
  const deals = given.map((deal, at) => ({ ...deal, id: ids[at] ?? 0 }));
  await copyRows(
    ctx.client,
    'deals',
    columns,
    deals.map((deal) => {
      const stage = stages[Math.min(deal.stageAt, stages.length - 1)];
      const isLost = deal.state === 'lost';
      return [
        deal.id,
        stage?.pipelineId,
        stage?.id,
        deal.state,
        deal.name,
        deal.phone ?? '',
        deal.address ?? '',
        deal.wanted ?? '',
        deal.subscriberId ?? null,
        deal.conversationId ?? null,
        sources.get(deal.source ?? '') ?? null,
        deal.campaign ?? '',
        isLost ? (reasons.get(deal.lostReason ?? '') ?? [...reasons.values()][0]) : null,
        deal.ownerStaffId ?? null,
        deal.teamId ?? null,
        deal.monthlyMinor,
        deal.onceMinor,
        ctx.operator.currency,
        deal.expectedOn ?? null,
        deal.openedAt,
        deal.enteredStageAt,
        deal.dueAt ?? null,
        // What was late before it was brought here calls nobody.
        deal.dueAt && deal.dueAt <= now ? now : null,
        deal.dueAt && deal.dueAt <= now ? now : null,
        deal.closedAt,
        now,
        deal.closedAt ?? deal.enteredStageAt,
      ];
    }),
  );
  await loadStays(
    ctx,
    deals,
    stages.map(({ id }) => id),
  );
  await loadEntries(
    ctx,
    deals.map((deal) =>
      describeBuyer('deal', {
        id: deal.id,
        name: deal.name,
        phone: deal.phone ?? '',
        email: '',
        address: deal.address ?? '',
        wanted: deal.wanted ?? '',
        subscriberId: deal.subscriberId ?? null,
        ownerStaffId: deal.ownerStaffId ?? null,
        teamId: deal.teamId ?? null,
        beganAt: deal.openedAt,
      }),
    ),
  );
  return ids;
}

async function dictionaries(ctx: BulkCtx) {
  const stages = await sql<{ id: number; pipelineId: number }>`
    select s.id, s.pipeline_id from pipeline_stages s
    where  s.pipeline_id = (select id from pipelines where archived_at is null
                            order by position, id limit 1)
    and    s.archived_at is null
    order  by s.position, s.id`.execute(ctx.db);
  const words = async (table: 'lead_sources' | 'lost_reasons') => {
    const { rows } = await sql<{ id: number; name: string }>`
      select id, name from ${sql.table(table)} order by position, id`.execute(ctx.db);
    return new Map(rows.map(({ id, name }) => [name, id]));
  };
  const [sources, reasons] = [await words('lead_sources'), await words('lost_reasons')];
  return { stages: stages.rows, sources, reasons };
}
