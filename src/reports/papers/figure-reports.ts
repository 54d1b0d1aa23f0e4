import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { type Kpi, kpis } from '../kpis/kpis.ts';
import { namesOf, showParts } from '../kpis/show-parts.ts';
import { showKpis } from '../kpis/show-kpis.ts';
import { showWorth } from '../kpis/show-worth.ts';
import {
  type Ask,
  atOnce,
  dayWords,
  monthWords,
  numberOf,
  type Report,
  valueWords,
  type Words,
  wordsIn,
} from './report.ts';

/** All figures month by month, a line each. */
export async function kpiReport(ctx: Ctx, ask: Ask): Promise<Result<Report>> {
  const t = wordsIn(ctx.language);
  const [read, worth] = await Promise.all([
    showKpis(ctx, ask),
    showWorth(ctx, { months: Math.min(36, ask.months + 1) }),
  ]);
  if (!read.ok) return read;
  if (!worth.ok) return worth;
  const { months, kpis: figures, counted } = read.value;
  if (!counted) return fail('reports.not_counted');
  // What sales cost and bring is known of all together alone.
  const sold = ask.dimension
    ? []
    : worth.value.kpis.map((one) => ({
        ...one,
        values: months.map((month) => one.values[worth.value.months.indexOf(month)] ?? null),
      }));
  return ok({
    title: t('kpis.title'),
    about: [
      t('kpis.through', { on: dayWords(counted.through, ctx.language) }),
      await sliceWords(ctx, ask, t),
    ]
      .filter(Boolean)
      .join(' '),
    rule: '',
    columns: [
      { title: t('papers.figure'), type: 'text' },
      { title: t('papers.unit'), type: 'text' },
      ...months.map((month) => ({
        title: monthWords(month, ctx.language, 'short'),
        type: 'number' as const,
      })),
    ],
    rows: atOnce(
      [...figures, ...sold].map(({ key, unit, values }) => [
        t(`names.${key}`),
        unitWords(ctx, t, unit),
        ...values.map((value) => numberOf(ctx, unit, value)),
      ]),
    ),
  });
}

/** What one figure of a month is made of. */
export async function partReport(ctx: Ctx, ask: Ask, month: string): Promise<Result<Report>> {
  const { kpi, by } = ask;
  const read = await showParts(ctx, { kpi, month, dimension: by });
  if (!read.ok) return read;
  const t = wordsIn(ctx.language);
  const { unit }: Kpi = kpis[kpi];
  return ok({
    title: t(`names.${kpi}`),
    about: monthWords(month, ctx.language, 'long'),
    rule: t(`definitions.${kpi}`),
    columns: [
      { title: t(`dimensions.${by}`), type: 'text' },
      { title: `${t(`names.${kpi}`)}, ${unitWords(ctx, t, unit)}`, type: 'number' },
    ],
    rows: atOnce(
      read.value.parts.map((part) => [valueWords(t, by, part), numberOf(ctx, unit, part.figure)]),
    ),
  });
}

const unitWords = (ctx: Ctx, t: Words, unit: Kpi['unit']): string =>
  unit === 'money' ? ctx.operator.currency : t(`papers.units.${unit}`);

/** Of whom a report is, where it is not of all. */
export async function sliceWords(
  ctx: Ctx,
  { dimension, value }: Pick<Ask, 'dimension' | 'value'>,
  t: Words,
): Promise<string> {
  if (!dimension) return '';
  const name = (await namesOf(ctx, dimension)).get(value) ?? null;
  return `${t(`dimensions.${dimension}`)}: ${valueWords(t, dimension, { value, name })}`;
}
