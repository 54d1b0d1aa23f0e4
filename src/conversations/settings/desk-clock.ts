import type { Ctx } from '../../kernel/context.ts';
import { dueAfter, loadCalendar, opensAt, type StoredCalendar } from '../../norms/index.ts';
import type { DeskSettings } from '../api/settings.ts';
import type { Locked } from '../record/lock-conversation.ts';

/** How requests are offered, escalated and tried again. */
export async function loadSettings(ctx: Ctx): Promise<DeskSettings> {
  const row = await ctx.db
    .selectFrom('deskSettings')
    .select(['offerSeconds', 'offerLimit', 'escalatePercent', 'retryDelaysSeconds'])
    .select(['skillWaitSeconds', 'headStartSeconds', 'channelLoads', 'verifyCallers'])
    .select('recordingsKeptDays')
    .executeTakeFirstOrThrow();
  const [upper = 0, top = 0] = row.headStartSeconds;
  const channelLoads = row.channelLoads as DeskSettings['channelLoads'];
  const verifyCallers = row.verifyCallers as DeskSettings['verifyCallers'];
  return { ...row, headStartSeconds: [upper, top], channelLoads, verifyCallers };
}

type Clocked = Pick<Locked, 'normSeconds' | 'touchDueAt' | 'touchedAt'>;

/**
 * When a request that is nobody's begins to be offered, and when the supervisor hears that nobody
 * took it: a share of the norm later, in working time, but never after the norm itself is broken.
 * @param from the moment at which it became nobody's
 */
export function offeringFrom(
  row: Clocked,
  from: Date,
  calendar: StoredCalendar,
  { escalatePercent }: DeskSettings,
): { offerFrom: Date; escalateAt: Date } {
  const patienceSeconds = (row.normSeconds * escalatePercent) / 100;
  const escalateAt = dueAfter(calendar, from, patienceSeconds);
  const isDueFirst = !row.touchedAt && row.touchDueAt > from && row.touchDueAt < escalateAt;
  return {
    offerFrom: opensAt(calendar, from),
    escalateAt: isDueFirst ? row.touchDueAt : escalateAt,
  };
}

/** The same for a row that becomes nobody's now, with its calendar looked up. */
export async function offeringNow(
  ctx: Ctx,
  row: Clocked & Pick<Locked, 'calendarId'>,
): Promise<{ offerFrom: Date; escalateAt: Date }> {
  const settings = await loadSettings(ctx);
  const calendar = await loadCalendar(ctx, row.calendarId);
  return offeringFrom(row, ctx.clock.now(), calendar, settings);
}
