import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { cashApi } from '../../api/cash.ts';
import { addSource, rewriteSource } from '../change-source.ts';

type Desks = z.input<(typeof cashApi)['GET /api/cash-desks']['output']>;
type Add = z.output<(typeof cashApi)['POST /api/cash-desks']['input']>;
type Change = z.output<(typeof cashApi)['PUT /api/cash-desks/{id}']['input']>;

/** Every cash desk, closed ones too; they are few. */
export async function listDesks(ctx: Ctx): Promise<Result<Desks>> {
  // cash_shifts_open_desk (desk_id), then primary keys
  const { rows } = await sql<Desks['desks'][number]>`
    select d.source_id as id, p.name, d.place, p.currency, d.team_id, t.name as team, p.is_enabled,
           p.version, w.name as cashier
    from   cash_desks d
    join   payment_sources p on p.id = d.source_id
    left   join teams t on t.id = d.team_id
    left   join cash_shifts s on s.desk_id = d.source_id and s.ended_at is null
    left   join staff w on w.id = s.staff_id
    order  by p.name`.execute(ctx.db);
  return ok({ desks: rows });
}

/** Sets a desk up: a source of payments that has a place. */
export async function addDesk(
  ctx: Ctx,
  { place, teamId, ...fields }: Add,
): Promise<Result<{ id: number }>> {
  const refusal = await refuseTeam(ctx, teamId);
  if (refusal) return refusal;
  const added = await addSource(ctx, { kind: 'cash', ...fields, ...byHand });
  if (!added.ok) return added;
  await ctx.db
    .insertInto('cashDesks')
    .values({ sourceId: added.value.id, place, teamId })
    .execute();
  return added;
}

/** Changes a desk that was seen in this version. */
export async function changeDesk(
  ctx: Ctx,
  { id, version, place, teamId, ...fields }: Change,
): Promise<Result<{ version: number }>> {
  // cash_desks_pkey: who opens a shift locks it too
  const { rows } = await sql<{ hasShift: boolean }>`
    select exists (select from cash_shifts s where s.desk_id = d.source_id and s.ended_at is null)
             as has_shift
    from   cash_desks d where d.source_id = ${id} for update of d`.execute(ctx.db);
  if (!rows[0]) return fail('billing.no_such_source');
  if (!fields.isEnabled && rows[0].hasShift) return fail('billing.desk_has_shift');
  const refusal = await refuseTeam(ctx, teamId);
  if (refusal) return refusal;
  const changed = await rewriteSource(ctx, { id, version, ...fields, ...byHand });
  if (!changed.ok) return changed;
  await ctx.db.updateTable('cashDesks').set({ place, teamId }).where('sourceId', '=', id).execute();
  return changed;
}

/** Nobody signs in at a desk but the cashier. */
const byHand = {
  login: null,
  addresses: [],
  leastMinor: 1,
  mostMinor: null,
  gateway: null,
  bankAccount: null,
};

async function refuseTeam(ctx: Ctx, teamId: number | null): Promise<Result<never> | null> {
  if (teamId === null) return null;
  const { rows } = await sql`select from teams where id = ${teamId}`.execute(ctx.db);
  return rows.length > 0
    ? null
    : fail('billing.no_such_team', {}, { teamId: 'billing.no_such_team' });
}
