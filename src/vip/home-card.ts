import { textsIn } from '../kernel/i18n/texts.ts';
import { type HomeCard, MOST_HOME_ROWS } from '../work/index.ts';
import { showSheet } from './sheet/show-sheet.ts';

/** What is not done of the sheet of whoever leads clients. */
export const sheetCard: HomeCard = {
  key: 'vip.sheet',
  title: (ctx) => textsIn(ctx.language).t('vip:home.sheet'),
  permission: 'vip.work',
  order: 35,
  path: '/vip',
  read: async (ctx) => {
    const sheet = await showSheet(ctx, {});
    if (!sheet.ok) return null;
    const lines = sheet.value.lines.filter(({ isDone }) => !isDone);
    if (lines.length === 0) return null;
    const { t } = textsIn(ctx.language);
    return {
      count: lines.length,
      rows: lines.slice(0, MOST_HOME_ROWS).map(({ name, kind, subscriberId, path }) => ({
        title: name || null,
        words: t(`vip:home.kinds.${kind}`),
        at: null,
        isLate: false,
        path: path ?? `/subscribers/${Number(subscriberId)}`,
      })),
    };
  },
};
