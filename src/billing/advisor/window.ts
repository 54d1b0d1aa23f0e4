import type { Ctx } from '../../kernel/context.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { AdvisorSettings } from '../api/advisor.ts';
import { loadSettings } from '../charging/load-settings.ts';
import { monthOf, type Terms, termsOf } from '../charging/open-scope.ts';

/** What is looked back upon, and by which rules it is priced and judged. */
export type Window = {
  /** As charging has them on the last day of the latest whole month. */
  terms: Terms;
  /** Now, `YYYY-MM-DD`: what is offered, and what is held. */
  on: string;
  settings: AdvisorSettings;
};

/** The whole months before this one, `months` of them. */
export async function windowOf(
  ctx: Ctx,
  settings: AdvisorSettings,
  months = settings.months,
): Promise<Window> {
  const on = today(ctx);
  const last = daysAfter(monthOf(on), -1);
  let fromMonth = monthOf(last);
  for (let more = 1; more < months; more += 1) fromMonth = monthOf(daysAfter(fromMonth, -1));
  const terms = termsOf(ctx, await loadSettings(ctx), fromMonth);
  return { terms: { ...terms, today: last, thisMonth: monthOf(last) }, on, settings };
}
