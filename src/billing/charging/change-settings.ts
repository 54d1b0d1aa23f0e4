import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { loadCalendars } from '../../norms/index.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { NewSettings, Settings } from '../api/charging.ts';
import { loadSettings } from './load-settings.ts';
import { monthOf } from './open-scope.ts';

export const showSettings = async (ctx: Ctx): Promise<Result<Settings>> =>
  ok(await loadSettings(ctx));

/**
 * Changes how this operator charges. Charging cannot begin before the month that has begun: what
 * lies further back nobody expects to be charged anew.
 */
export async function changeSettings(ctx: Ctx, given: NewSettings): Promise<Result<Done>> {
  await ctx.db.selectFrom('billingSettings').select('version').forUpdate().execute();
  const before = await loadSettings(ctx);
  if (before.version !== given.version) return fail('billing.changed_since');
  const { restCalendarId = before.restCalendarId, priceNoticeDays = before.priceNoticeDays } =
    given;
  const after = { ...given, restCalendarId, priceNoticeDays };
  const beginsOn = after.chargesBeginOn;
  const isMoved = beginsOn !== before.chargesBeginOn;
  if (beginsOn !== null && isMoved && beginsOn < monthOf(today(ctx))) {
    return fail('billing.begins_too_early', {}, { chargesBeginOn: 'billing.begins_too_early' });
  }
  if (
    restCalendarId !== null &&
    !(await loadCalendars(ctx, [restCalendarId])).has(restCalendarId)
  ) {
    const code = 'billing.no_such_calendar';
    return fail(code, {}, { restCalendarId: code });
  }
  if (before.proration !== after.proration) await keepProration(ctx, before.proration);
  await ctx.db
    .updateTable('billingSettings')
    .set({ ...after, version: before.version + 1 })
    .execute();
  await emit(ctx, {
    type: 'billing.settings_changed',
    subject: { kind: 'operator', id: 1 },
    facts: { before, after },
  });
  return ok({});
}

/** Months gone by stay counted as they were: what is set now holds from this month on. */
async function keepProration(ctx: Ctx, proration: Settings['proration']): Promise<void> {
  const throughMonth = monthOf(daysAfter(monthOf(today(ctx)), -1));
  await ctx.db
    .insertInto('formerProrations')
    .values({ throughMonth, proration })
    .onConflict((conflict) => conflict.column('throughMonth').doNothing())
    .execute();
}
