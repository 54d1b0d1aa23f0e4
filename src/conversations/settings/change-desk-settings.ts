import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { DeskSettings } from '../api/settings.ts';
import { loadSettings } from './desk-clock.ts';

/** Changes how requests are offered, escalated and tried again from now on. */
export async function changeDeskSettings(
  ctx: Ctx,
  after: DeskSettings,
): Promise<Result<Record<string, never>>> {
  const before = await loadSettings(ctx);
  await ctx.db
    .updateTable('deskSettings')
    .set({ ...after, channelLoads: JSON.stringify(after.channelLoads) })
    .execute();
  const [upper, top] = after.headStartSeconds;
  // Few are of a value, and of those only what is open waits.
  await sql`
    update conversations
    set    head_start_seconds = case value_tier when 1 then ${upper}::int else ${top}::int end
    where  state <> 'closed' and value_tier > 0`.execute(ctx.db);
  await emit(ctx, {
    type: 'conversations.settings_changed',
    subject: { kind: 'desk_settings', id: 1 },
    facts: { before, after },
  });
  return ok({});
}
