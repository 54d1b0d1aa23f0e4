import { formatNumber } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { OpenCareList } from '../plan/client.ts';

type Effects = Pick<OpenCareList, 'effects' | 'neededTreated' | 'neededHeld'>;
type Effect = OpenCareList['effects'][number];

const points = (share: number): string => formatNumber(share * 100, 1);

/** How many of all who were chosen have left, with care and without, and whether that is chance. */
export const ListEffects = ({ list }: { list: Effects }) => {
  const t = useTexts('retention');
  const latest = list.effects.findLast(({ effect }) => effect !== null);
  const verdict = latest?.effect ? verdictOf(latest.effect) : null;
  const rule = t('lists.effectRule', {
    treated: formatNumber(list.neededTreated),
    held: formatNumber(list.neededHeld),
  });
  const orSilence =
    (of: (effect: NonNullable<Effect['effect']>, row: Effect) => string) =>
    (row: Effect): string =>
      row.effect ? of(row.effect, row) : '—';
  return (
    <FigureTable
      title={t('lists.effect')}
      empty=""
      rule={verdict ? `${t(`lists.${verdict}`, { days: latest?.days })} ${rule}` : rule}
      rows={list.effects}
      keyOf={({ days }) => String(days)}
      columns={[
        { key: 'days', label: t('lists.days'), show: ({ days }) => formatNumber(days) },
        {
          key: 'treated',
          label: t('lists.leftTreated'),
          show: orSilence((_, row) => formatNumber(row.leftTreated ?? 0)),
        },
        {
          key: 'held',
          label: t('lists.leftHeld'),
          show: orSilence((_, row) => formatNumber(row.leftHeld ?? 0)),
        },
        {
          key: 'saved',
          label: t('lists.saved'),
          isStrong: true,
          show: ({ effect, silence }) =>
            effect ? points(effect.difference) : t(`lists.${silence ?? 'early'}`),
        },
        {
          key: 'interval',
          label: t('lists.interval'),
          show: orSilence(({ low, high }) => `${points(low)} … ${points(high)}`),
        },
      ]}
    />
  );
};

function verdictOf({ low, high }: NonNullable<Effect['effect']>): 'helps' | 'harms' | 'unclear' {
  if (low > 0) return 'helps';
  return high < 0 ? 'harms' : 'unclear';
}
