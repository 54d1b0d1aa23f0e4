import type { Ctx } from '../../kernel/context.ts';
import type { SheetColumn } from '../../kernel/sheets/sheet.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { showSurvival } from '../survival/show-survival.ts';
import {
  type Ask,
  atOnce,
  dayWords,
  monthWords,
  type Report,
  valueWords,
  wordsIn,
} from './report.ts';

const MOST_MONTHS = 24;

const number = (title: string): SheetColumn => ({ title, type: 'number' });
const percent = (share: number): number => Math.round(share * 1000) / 10;

/** Survival curves, a line a month, the share and its bounds of each curve. */
export async function survivalReport(ctx: Ctx, { lives }: Ask): Promise<Result<Report>> {
  const read = await showSurvival(ctx, { by: lives });
  if (!read.ok) return read;
  const { through, curves } = read.value;
  if (through === null) return fail('reports.not_counted');
  const t = wordsIn(ctx.language);
  const names = curves.map((one) =>
    lives === 'all' ? t('dimensions.all') : valueWords(t, lives, one),
  );
  const longest = Math.max(0, ...curves.flatMap(({ points }) => points.map(({ after }) => after)));
  return ok({
    title: t('survival.table'),
    about: t('kpis.through', { on: dayWords(through, ctx.language) }),
    rule: t('survival.rule'),
    columns: [
      number(t('papers.monthsSince')),
      ...names.flatMap((name) => [
        number(`${name}, %`),
        number(t('papers.from')),
        number(t('papers.to')),
      ]),
    ],
    rows: atOnce(
      Array.from({ length: longest }, (_, at) => at + 1).map((after) => [
        after,
        ...curves.flatMap((curve) => {
          const last = curve.points.findLast((point) => point.after <= after);
          if (after > curve.longestMonths) return [null, null, null];
          if (!last) return [100, 100, 100];
          return [percent(last.share), percent(last.low), percent(last.high)];
        }),
      ]),
    ),
  });
}

/** Which share of each month's connections stayed so many months. */
export async function cohortReport(ctx: Ctx): Promise<Result<Report>> {
  const read = await showSurvival(ctx, { by: 'all' });
  if (!read.ok) return read;
  const { through, cohorts } = read.value;
  if (through === null) return fail('reports.not_counted');
  const t = wordsIn(ctx.language);
  const longest = Math.min(MOST_MONTHS, Math.max(0, ...cohorts.map(({ kept }) => kept.length)));
  const months = Array.from({ length: longest }, (_, at) => at);
  return ok({
    title: t('survival.cohorts'),
    about: t('kpis.through', { on: dayWords(through, ctx.language) }),
    rule: t('survival.cohortRule'),
    columns: [
      { title: t('survival.cohort'), type: 'text' },
      number(t('survival.connected')),
      ...months.map((at) => number(`${at + 1}, %`)),
    ],
    rows: atOnce(
      cohorts.map(({ cohort, connected, kept }) => [
        monthWords(cohort, ctx.language, 'short'),
        connected,
        ...months.map((at) => (kept[at] === undefined ? null : percent(kept[at]))),
      ]),
    ),
  });
}
