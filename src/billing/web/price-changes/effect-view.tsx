import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { Facts } from '../../../ui/show/facts.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, type WantedChange } from '../client.ts';
import { signedMoney } from '../use-line-words.ts';

/** What a change of price would do, before anything is planned. */
export const EffectView = ({ wanted }: { wanted: WantedChange }) => {
  const t = useTexts('billing');
  const read = useRead('GET /api/price-changes/preview', wanted, { isKept: true });
  const { data } = read;
  if (read.error) return <ErrorState failure={read.error} onRetry={() => void read.refetch()} />;
  if (!data) return null;
  const { beforeMinor, afterMinor, currency } = data;
  const count = (value: number): string => formatNumber(value);
  const better = data.betterElsewhere;
  // So many may leave for the price before it brings nothing; they pay on average alike.
  const bearable =
    afterMinor > beforeMinor
      ? Math.floor((data.subscriptions * (afterMinor - beforeMinor)) / afterMinor)
      : null;
  return (
    <Facts
      facts={[
        { label: t('priceChanges.effect.subscriptions'), value: count(data.subscriptions) },
        { label: t('priceChanges.effect.leftOut'), value: count(data.leftOut) },
        {
          label: t('priceChanges.effect.revenue'),
          value: t('priceChanges.effect.sums', {
            before: formatMoney(beforeMinor, currency),
            after: formatMoney(afterMinor, currency),
            more: signedMoney(afterMinor - beforeMinor, currency),
          }),
        },
        { label: t('priceChanges.effect.dearer'), value: count(data.dearer) },
        { label: t('priceChanges.effect.cheaper'), value: count(data.cheaper) },
        { label: t('priceChanges.effect.aboveNewcomer'), value: count(data.aboveNewcomer) },
        {
          label: t('priceChanges.effect.betterElsewhere'),
          value: better === null ? t('priceChanges.effect.unknown') : count(better),
        },
        {
          label: t('priceChanges.effect.leaving'),
          value: data.leaving
            ? t('priceChanges.effect.leavingSum', {
                count: data.leaving.expected,
                sum: formatMoney(data.leaving.monthlyMinor, currency),
              })
            : t('priceChanges.effect.unscored'),
        },
        ...(bearable === null
          ? []
          : [
              {
                label: t('priceChanges.effect.bearable'),
                value: t('priceChanges.effect.bearableShare', {
                  count: bearable,
                  percent: formatNumber((bearable / data.subscriptions) * 100, 1),
                }),
              },
            ]),
      ]}
    />
  );
};
