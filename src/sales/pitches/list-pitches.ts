import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { type pitchesApi, FIGURES_DAYS } from '../api/pitches.ts';
import { priceToday } from './price-today.ts';

type Listed = z.input<(typeof pitchesApi)['GET /api/pitches']['output']>;

/** Every argument with its figures, in the order of offering, and what has none yet. */
export async function listPitches(ctx: Ctx): Promise<Result<Listed>> {
  const since = new Date(ctx.clock.now().getTime() - FIGURES_DAYS * 86_400_000);
  // pitch_answers_pitch (pitch_id, answered_at)
  const pitches = await sql<Listed['pitches'][number]>`
    select p.id, p.product_id, r.name as product_name, v.monthly_fee_minor, v.currency, p.argument,
           p.audience, p.position, p.pause_days, p.is_on, f.answers
    from   pitches p
    join   products r on r.id = p.product_id
    join   lateral (${priceToday(ctx)}) v on true
    join   lateral (
      select jsonb_build_object(
               'interested', count(*) filter (where answer = 'interested'),
               'later',      count(*) filter (where answer = 'later'),
               'refused',    count(*) filter (where answer = 'refused'),
               'not_said',   count(*) filter (where answer = 'not_said')) as answers
      from   pitch_answers where pitch_id = p.id and answered_at > ${since}) f on true
    order  by p.position, p.id`.execute(ctx.db);
  const products = await sql<{ id: number; name: string }>`
    select r.id, r.name from products r
    where  r.kind = 'addon' and r.archived_at is null
    and    not exists (select from pitches p where p.product_id = r.id)
    order  by r.name limit 500`.execute(ctx.db);
  return ok({ pitches: pitches.rows, products: products.rows });
}
