import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { settingsApi } from '../api/settings.ts';

type Settings = z.output<(typeof settingsApi)['PUT /api/sales-settings']['input']>;

/** What is done by itself after connecting. */
export function loadSettings(ctx: Ctx): Promise<Settings> {
  return ctx.db
    .selectFrom('salesSettings')
    .select(['welcomeWords', 'careDays', 'version'])
    .executeTakeFirstOrThrow();
}
