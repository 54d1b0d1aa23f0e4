import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import { dueAfter, loadCalendar } from '../../norms/index.ts';
import type { EntryAction } from '../api/entry.ts';
import type { Requirable } from '../pipelines/requirable.ts';
import type { Values } from './values.ts';

export type Stage = {
  id: number;
  pipelineId: number;
  name: string;
  requiredFields: Requirable[];
  limitSeconds: number | null;
  calendarId: number | null;
  entry: EntryAction[];
};

const stageColumns = sql`s.id, s.pipeline_id, s.name, s.required_fields, s.limit_seconds, s.calendar_id,
  s.entry`;

/** A stage, kept from being removed until the deal stands in it. */
export async function findStage(ctx: Ctx, id: number): Promise<Stage | undefined> {
  // pipeline_stages_pkey
  const { rows } = await sql<Stage>`
    select ${stageColumns} from pipeline_stages s
    where  s.id = ${id} and s.archived_at is null for key share`.execute(ctx.db);
  return rows[0];
}

/** Where a deal of a pipeline begins; of the first pipeline where none is given. */
export async function findFirstStage(ctx: Ctx, pipelineId?: number): Promise<Stage | undefined> {
  const { rows } = await sql<Stage>`
    select ${stageColumns}
    from   pipelines p join pipeline_stages s on s.pipeline_id = p.id
    where  p.archived_at is null and s.archived_at is null
    and    (${pipelineId ?? null}::bigint is null or p.id = ${pipelineId ?? null})
    order  by p.position, p.id, s.position, s.id
    limit  1
    for    key share of s`.execute(ctx.db);
  return rows[0];
}

/** What a stage asks for and the deal has not, as a failure that names each field. */
export const missingFor = (stage: Stage, values: Values): Fail | null =>
  refuseEmpty(
    stage,
    stage.requiredFields.filter((field) => !isFilled(field, values)),
  );

/** What the stage in which an open deal stands has asked for and a change would take away. */
export async function refuseEmptied(ctx: Ctx, before: Values, after: Values): Promise<Fail | null> {
  const stage = before.state === 'open' ? await findStage(ctx, before.stageId) : undefined;
  if (!stage) return null;
  const emptied = stage.requiredFields.filter(
    (field) => isFilled(field, before) && !isFilled(field, after),
  );
  return refuseEmpty(stage, emptied);
}

function refuseEmpty(stage: Stage, missing: readonly Requirable[]): Fail | null {
  if (missing.length === 0) return null;
  const fields = Object.fromEntries(missing.map((field) => [field, 'sales.field_needed']));
  return fail('sales.fields_missing', { stage: stage.name }, fields);
}

function isFilled(field: Requirable, values: Values): boolean {
  if (field === 'address') return values.address !== '' || values.buildingId !== null;
  const value = values[field];
  return value !== null && value !== '' && value !== 0;
}

/** Of its new term nobody was told yet. */
export const untold = { lateToldAt: null, supervisorAt: null, escalatedAt: null };

/** When a deal that enters now has stood in the stage for too long; null where it never has. */
export async function dueIn(ctx: Ctx, stage: Stage, enteredAt: Date): Promise<Date | null> {
  if (stage.limitSeconds === null || stage.calendarId === null) return null;
  const calendar = await loadCalendar(ctx, stage.calendarId);
  const dueAt = dueAfter(calendar, enteredAt, stage.limitSeconds);
  return Number.isFinite(dueAt.getTime()) ? dueAt : null;
}
