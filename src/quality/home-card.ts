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
    // Bounds are never cut: where they hold nought, nothing is proven.
    const standing = sum.loss.low > 0 ? 'lost' : 'unproven';
    const label = textsIn(ctx.language).t(`quality:home.${standing}`);
    const figure = { label, unit: 'money', good: 'down', before: null } as const;
    const figures = [{ ...figure, value: sum.loss.minor, path: '/quality/lost' }];
    return { count: 0, rows: [], figures };
  },
};
