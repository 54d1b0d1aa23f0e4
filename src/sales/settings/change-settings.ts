import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { settingsApi } from '../api/settings.ts';
import { welcomeNames } from '../care/welcome-words.ts';
import { loadSettings } from './load-settings.ts';

type Shown = z.output<(typeof settingsApi)['GET /api/sales-settings']['output']>;
type Settings = z.output<(typeof settingsApi)['PUT /api/sales-settings']['input']>;

/** What is done by itself after connecting, and what the words may name. */
export async function showSettings(ctx: Ctx): Promise<Result<Shown>> {
  return ok({ ...(await loadSettings(ctx)), names: [...welcomeNames] });
}

/** Puts other ones in force; who is connected already keeps the days that were planned. */
export async function changeSettings(
  ctx: Ctx,
  { version, welcomeWords, careDays }: Settings,
): Promise<Result<{ version: number }>> {
  const named = [...welcomeWords.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(([, name = '']) => name);
  const unknown = named.filter((name) => !welcomeNames.some((one) => one === name));
  if (unknown.length > 0) {
    const code = 'sales.unknown_placeholder';
    return fail(code, { names: [...new Set(unknown)].join(', ') }, { welcomeWords: code });
  }
  const changed = await ctx.db
    .updateTable('salesSettings')
    .set({
      welcomeWords,
      careDays: [...new Set(careDays)].toSorted((a, b) => a - b),
      version: version + 1,
      updatedAt: ctx.clock.now(),
    })
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!changed) return fail('sales.settings_changed');
  await emit(ctx, {
    type: 'sales.care_settings_changed',
    subject: { kind: 'sales_settings', id: 1 },
    facts: { careDays, isWelcomed: welcomeWords !== '' },
  });
  return ok(changed);
}
