import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import type { Stored } from '../deals/values.ts';
import { callOff, tellCalledOff } from './call-off.ts';

type Lost = Pick<Stored, 'id' | 'subscriberId' | 'lostReasonId'>;

/** Nobody drives to whom was lost: a visit that is still to come is called off with the reason. */
export async function callOffLost(ctx: Ctx, deal: Lost): Promise<void> {
  // lost_reasons_pkey
  const { rows } = await sql<{ name: string }>`
    select name from lost_reasons where id = ${deal.lostReasonId}`.execute(ctx.db);
  const reason = rows[0]?.name ?? '';
  if (await callOff(ctx, deal.id, reason, today(ctx))) await tellCalledOff(ctx, deal, reason);
}
