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
      ]}
    />
  );
};
