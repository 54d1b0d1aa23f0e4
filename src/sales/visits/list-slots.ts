import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { visitsApi } from '../api/visits.ts';

type Slots = z.input<(typeof visitsApi)['GET /api/visit-slots']['output']>;

/** Hours that can be booked. */
export async function listSlots(ctx: Ctx): Promise<Result<Slots>> {
  // visit_slots_hours (district, weekday, from_minute) where archived_at is null
  const { rows } = await sql<Slots['slots'][number]>`
    select id, district, weekday, from_minute, to_minute, seats from visit_slots
    where  archived_at is null order by district, weekday, from_minute`.execute(ctx.db);
  return ok({ slots: rows });
}
