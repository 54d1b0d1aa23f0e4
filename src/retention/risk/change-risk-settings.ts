import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { riskApi } from '../api/risk.ts';
import { loadRiskSettings } from './settings.ts';

type Input = z.output<(typeof riskApi)['PUT /api/risk-settings']['input']>;

/** How risk and value are counted from the next learning and the next night on. */
export async function changeRiskSettings(
  ctx: Ctx,
  { version, ...set }: Input,
): Promise<Result<Done>> {
  const changed = await ctx.db
    .updateTable('riskSettings')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!changed) return fail('retention.changed_meanwhile');
  await emit(ctx, {
    type: 'retention.risk_settings_changed',
    subject: { kind: 'operator', id: 1 },
    facts: set,
  });
  return ok({});
}

export const showRiskSettings = async (ctx: Ctx) => ok(await loadRiskSettings(ctx));
