import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { addressText } from '../../subscribers/index.ts';
import type { Deal } from '../api/deals.ts';

type Past = z.input<typeof Deal>['history'][number];

const MOST_ITEMS = 1000;

/**
 * Of the journal the newest steps, the earliest of them first.
 * @param isHidden the one on the line was not verified: words of the person stay unsaid
 */
export async function historyOf(
  ctx: Ctx,
  id: number,
  openedAt: Date,
  isHidden: boolean,
): Promise<Past[]> {
  // events_subject (subject_kind, subject_id, id desc) of the months since; personal_history_pkey
  const { rows } = await sql<Past>`
    select e.id, e.type, e.occurred_at as at, s.name as actor, e.facts,
           case when ${isHidden} then null else h.details end as details
    from   events e
    left   join personal_history h on h.event_id = e.id
    left   join staff s on s.id = e.actor_staff_id
    where  e.subject_kind = 'deal' and e.subject_id = ${id} and e.recorded_at >= ${openedAt}
    order  by e.id desc
    limit  ${MOST_ITEMS}`.execute(ctx.db);
  return rows.toReversed();
}

/** Fields of the history that hold an id, with the table of its name and the column there. */
const namedBy = {
  ownerStaffId: ['staff', 'name'],
  teamId: ['teams', 'name'],
  pipelineId: ['pipelines', 'name'],
  stageId: ['pipeline_stages', 'name'],
  sourceId: ['lead_sources', 'name'],
  lostReasonId: ['lost_reasons', 'name'],
  dealerId: ['dealers', 'name'],
} as const;

/** Those that name the person; unsaid while the one on the line was not verified. */
const personBy = {
  subscriberId: ['subscribers', 'display_name'],
  householdId: ['households', 'name'],
} as const;

type Side = Readonly<Record<string, unknown>> | undefined;

/** Names behind the ids that a history speaks of: `ownerStaffId 7` is who that is. */
export async function namesIn(
  ctx: Ctx,
  history: readonly Past[],
  isHidden: boolean,
): Promise<Record<string, string>> {
  const sides = history.flatMap(({ facts }) => [facts['before'], facts['after']] as Side[]);
  const shown = { ...namedBy, ...(isHidden ? {} : personBy) };
  const found = await Promise.all(
    Object.entries(shown).map(async ([field, [table, name]]) => {
      const ids = new Set(
        sides.map((side) => side?.[field]).filter((id) => typeof id === 'number'),
      );
      if (ids.size === 0) return [];
      const { rows } = await sql<{ id: number; name: string }>`
        select id, ${sql.ref(name)} as name from ${sql.table(table)}
        where  id = any(${[...ids]}::bigint[])`.execute(ctx.db);
      return rows.map((row) => [`${field} ${row.id}`, row.name] as const);
    }),
  );
  return Object.fromEntries([...found.flat(), ...(await buildingsIn(ctx, history))]);
}

/** A house is named by its street. */
async function buildingsIn(ctx: Ctx, history: readonly Past[]): Promise<[string, string][]> {
  const ids = history
    .flatMap(({ facts, details }) => [facts, details])
    .flatMap((kept) => [kept?.['before'], kept?.['after']] as Side[])
    .map((side) => side?.['buildingId'])
    .filter((id) => typeof id === 'number');
  if (ids.length === 0) return [];
  // buildings_pkey, streets_pkey
  const { rows } = await sql<{ id: number } & Parameters<typeof addressText>[0]>`
    select h.id, s.city, s.kind as street_kind, s.name as street, h.number as building
    from   buildings h join streets s on s.id = h.street_id
    where  h.id = any(${[...new Set(ids)]}::bigint[])`.execute(ctx.db);
  return rows.map((row) => [`buildingId ${row.id}`, addressText(row, ctx.language)]);
}
