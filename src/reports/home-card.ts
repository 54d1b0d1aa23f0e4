import { textsIn } from '../kernel/i18n/texts.ts';
import { must } from '../kernel/result.ts';
import type { HomeCard } from '../work/index.ts';
import { showKpis } from './kpis/show-kpis.ts';

/** By these one sees how the operator does. */
const keys = ['base', 'mrr', 'churn_gross', 'touch_kept', 'contacts_again', 'saved'] as const;

/** The last month that is over, beside the one before. */
export const figuresCard: HomeCard = {
  key: 'reports.figures',
  title: (ctx) => textsIn(ctx.language).t('reports:home.figures'),
  permission: 'reports.view',
  order: 70,
  path: '/reports',
  read: async (ctx) => {
    const { kpis, counted } = must(await showKpis(ctx, { months: 3, value: '' }));
    if (!counted) return null;
    const { t } = textsIn(ctx.language);
    const figures = keys.flatMap((key) => {
      const found = kpis.find((one) => one.key === key);
      if (!found) return [];
      const { unit, good, values } = found;
      const [before = null, value = null] = values;
      return [
        {
          label: t(`reports:names.${key}`),
          unit,
          good,
          value,
          before,
          path: `/reports?kpi=${key}`,
        },
      ];
    });
    return { count: 0, rows: [], figures };
  },
};
