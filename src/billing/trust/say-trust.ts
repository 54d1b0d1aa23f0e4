import type { Ctx } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import type { TrustPart } from '../api/trust.ts';
import { spokenSum } from '../spoken.ts';

/** A limit and of what it is made, in words that can be said aloud. */
export function sayTrust(ctx: Ctx, limitMinor: number, parts: readonly TrustPart[]): string {
  const texts = textsIn(ctx.language);
  const sum = spokenSum(ctx, limitMinor);
  if (parts.length === 0) return texts.t('billing:trust.says', { sum });
  const said = parts.map(({ kind, minor, count }) => {
    const time = spokenMonths(ctx, count);
    const what = texts.t(`billing:trust.part.${kind}`, { count, time });
    return `${what} (${minor < 0 ? '−' : '+'}${spokenSum(ctx, Math.abs(minor))})`;
  });
  return texts.t('billing:trust.saysWhy', { sum, why: said.join(', ') });
}

/** Months as people say them: whole years as years. */
function spokenMonths({ language }: Ctx, months: number): string {
  const unit = months >= 12 ? 'year' : 'month';
  const count = months >= 12 ? Math.floor(months / 12) : months;
  const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(language, style).format(count);
}
