import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { occasionsApi } from '../api/occasions.ts';
import { firstGreetings } from './first-greetings.ts';

export type GreetingSettings = z.output<
  (typeof occasionsApi)['GET /api/vip-greeting-settings']['output']
>;

const columns = ['isOn', 'way', 'hoursFrom', 'hoursTo', 'staleDays', 'words', 'version'] as const;

/** Whether clients are greeted by itself, when and with what words; ours where none are kept. */
export async function loadGreeting(ctx: Ctx): Promise<GreetingSettings> {
  const row = await ctx.db
    .selectFrom('vipGreetingSettings')
    .select(columns)
    .executeTakeFirstOrThrow();
  const kept = row.words as Partial<GreetingSettings['words']>;
  return {
    ...row,
    way: row.way as GreetingSettings['way'],
    words: { ...firstGreetings[ctx.operator.language], ...kept },
  };
}

/** Whether it is an hour, where the operator is, at which clients are written to by itself. */
export function isGreetingHour(
  { clock, operator: { timeZone } }: Ctx,
  { hoursFrom, hoursTo }: Pick<GreetingSettings, 'hoursFrom' | 'hoursTo'>,
): boolean {
  const shown = { timeZone, hour: '2-digit', hour12: false } as const;
  const hour = Number(clock.now().toLocaleString('en-GB', shown)) % 24;
  return hour >= hoursFrom && hour < hoursTo;
}

export async function showGreeting(ctx: Ctx): Promise<Result<GreetingSettings>> {
  return ok(await loadGreeting(ctx));
}
