import { Temporal } from 'temporal-polyfill';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

export type Span = { begins: Date; ends: Date };

const LONGEST_DAYS = 92;

/** When the days given, both included, begin and end by the operator's clocks. */
export function spanOf(
  ctx: Ctx,
  { from, to }: { from: string; to: string },
): Result<Span & { days: string[] }> {
  const first = Temporal.PlainDate.from(from);
  const count = first.until(Temporal.PlainDate.from(to)).days + 1;
  if (count < 1 || count > LONGEST_DAYS) {
    return fail('staff.period_too_long', { most: LONGEST_DAYS });
  }
  const days = Array.from({ length: count }, (_, at) => first.add({ days: at }).toString());
  return ok({ begins: startOf(ctx, from), ends: startOf(ctx, to, 1), days });
}

/** The first instant of a day, or of one so many days later. */
export function startOf({ operator: { timeZone } }: Ctx, day: string, daysLater = 0): Date {
  const { epochMilliseconds } = Temporal.PlainDate.from(day)
    .add({ days: daysLater })
    .toZonedDateTime({ timeZone });
  return new Date(epochMilliseconds);
}
