import { textsIn } from '../kernel/i18n/texts.ts';
import { must } from '../kernel/result.ts';
import type { HomeCard } from '../work/index.ts';
import { showLost } from './lost/show-lost.ts';

/** What processes lose a month, all together, once that can be told. */
export const lostCard: HomeCard = {
  key: 'quality.lost',
  title: (ctx) => textsIn(ctx.language).t('quality:lost.title'),
  permission: 'quality.lost',
  order: 75,
  path: '/quality/lost',
  read: async (ctx) => {
    const { sum } = must(await showLost(ctx, { months: 12 }));
    if (!sum.loss) return null;
    const label = textsIn(ctx.language).t('quality:home.lost');
    const figure = { label, unit: 'money', good: 'down', before: null } as const;
    const figures = [{ ...figure, value: sum.loss.minor, path: '/quality/lost' }];
    return { count: 0, rows: [], figures };
  },
};
