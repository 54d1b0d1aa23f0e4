import { dropOldRecordings } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { loadSettings } from '../desk-clock.ts';

const DAY_MS = 86_400_000;

/** Every hour: what was said is kept for as many days as the settings say. */
export async function dropRecordings(ctx: Ctx): Promise<void> {
  const { recordingsKeptDays } = await loadSettings(ctx);
  const before = ctx.clock.now().getTime() - recordingsKeptDays * DAY_MS;
  await dropOldRecordings(ctx, new Date(before));
}
