import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import type { settingsApi } from '../api/settings.ts';
import { refuseEntry } from '../entry/refuse-entry.ts';
import { nameTaken } from './rows.ts';

type Route = (typeof settingsApi)['POST /api/pipelines/{id}/stages'];
export type StageInput = Omit<z.output<Route['input']>, 'id'>;

/** A stage as it is kept: a limit stands with the calendar that it runs on, or there is none. */
export function readStage(given: StageInput): StageInput {
  const { name, probability, requiredFields, limitSeconds, calendarId, entry } = given;
  const isLimited = limitSeconds !== null;
  return {
    name,
    probability,
    requiredFields: [...new Set(requiredFields)],
    limitSeconds,
    calendarId: isLimited ? calendarId : null,
    entry,
  };
}

/** What is wrong with a stage as it is to be, if anything. */
export async function refuseStage(
  ctx: Ctx,
  { name, limitSeconds, calendarId, entry }: StageInput,
  own: { pipelineId: number; id: number },
): Promise<Fail | null> {
  // pipeline_stages_pipeline_id_name_key, calendars_pkey
  const { rows } = await sql<{ isTaken: boolean; isCalendar: boolean }>`
    select exists (select from pipeline_stages
                   where  pipeline_id = ${own.pipelineId} and name = ${name}
                   and    id <> ${own.id}) as is_taken,
           exists (select from calendars where id = ${calendarId}) as is_calendar`.execute(ctx.db);
  if (rows[0]?.isTaken) return nameTaken();
  if (limitSeconds === null || rows[0]?.isCalendar) return refuseEntry(ctx, entry);
  return fail('sales.no_such_calendar', {}, { calendarId: 'sales.no_such_calendar' });
}
