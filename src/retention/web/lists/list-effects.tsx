import { formatDay, formatNumber } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { OpenCareList } from '../plan/client.ts';

type Effects = Pick<OpenCareList, 'effects' | 'treated' | 'held' | 'neededTreated' | 'neededHeld'>;
type Effect = OpenCareList['effects'][number];
type Props = {
  list: Effects;
  title: string;
  /** From which day the days are counted. */
  since: string;
  /** Whether staying is asked for, or coming back. */
  whom?: 'left' | 'away';
};

const points = (share: number): string => formatNumber(share * 100, 1);
const DAY_MS = 86_400_000;

/** How many of all who were chosen have left, with care and without, and whether that is chance. */
export const ListEffects = ({ list, title, since, whom = 'left' }: Props) => {
  const t = useTexts('retention');
  const latest = list.effects.findLast(({ effect }) => effect !== null);
  const toldOf = (days: number, effect: NonNullable<Effect['effect']>): string =>
    `${t(`lists.${verdictOf(effect)}`, { days })} ${t('lists.effectRule')}`;
  const silenceOf = (): string => {
    const [first] = list.effects;
    const isFew = list.treated < list.neededTreated || list.held < list.neededHeld;
    if (first?.silence !== 'few' && !isFew) {
      const at = Date.parse(since) + (first?.days ?? 0) * DAY_MS;
      return t('lists.earlyRule', { on: formatDay(new Date(at).toISOString()) });
    }
    return t('lists.fewRule', {
      treated: formatNumber(list.neededTreated),
      held: formatNumber(list.neededHeld),
    });
  };
  const orSilence =
    (of: (effect: NonNullable<Effect['effect']>, row: Effect) => string) =>
    (row: Effect): string =>
      row.effect ? of(row.effect, row) : '—';
  return (
    <FigureTable
      title={title}
      empty=""
      rule={latest?.effect ? toldOf(latest.days, latest.effect) : silenceOf()}
      rows={list.effects}
      keyOf={({ days }) => String(days)}
      columns={[
        { key: 'days', label: t('lists.days'), show: ({ days }) => formatNumber(days) },
        {
          key: 'treated',
          label: t(`lists.${whom}Treated`),
          show: orSilence((_, row) => formatNumber(row.leftTreated ?? 0)),
        },
        {
          key: 'held',
          label: t(`lists.${whom}Held`),
          show: orSilence((_, row) => formatNumber(row.leftHeld ?? 0)),
        },
        {
          key: 'saved',
          label: t(whom === 'left' ? 'lists.saved' : 'lists.returned'),
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
