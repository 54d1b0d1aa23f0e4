import { Button } from '@mantine/core';
import { formatDay, formatMoney, formatNumber } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useWrite, type PriceChange } from '../client.ts';
import { Unreached } from './unreached.tsx';

const tones = { planned: 'gray', announced: 'amber', moved: 'green', cancelled: 'gray' } as const;

/** One change of price: from what to what, when, and how far it has come. */
export const ChangeRow = ({ change }: { change: PriceChange }) => {
  const t = useTexts('billing');
  const may = useMay();
  const announce = useWrite('POST /api/price-changes/{id}/announce');
  const cancel = useWrite('POST /api/price-changes/{id}/cancel');
  const { id, version, state, currency } = change;
  const isOpen = state === 'planned' || state === 'announced';
  const counts = (['touched', 'told', 'unreached', 'moved'] as const)
    .filter((key) => change[key] > 0)
    .map((key) => t(`priceChanges.${key}`, { count: formatNumber(change[key]) }));
  return (
    <PickRow
      title={t('priceChanges.row', {
        before: formatMoney(change.from.monthlyFeeMinor, currency),
        after: formatMoney(change.to.monthlyFeeMinor, currency),
        on: formatDay(change.fromOn),
      })}
      text={counts.join(' · ') || t('priceChanges.nobodyTold')}
    >
      <Badge tone={tones[state]}>{t(`priceChanges.state.${state}`)}</Badge>
      {change.unreached > 0 ? <Unreached id={id} count={change.unreached} /> : null}
      {isOpen && may('billing.prices') ? (
        <>
          {state === 'planned' ? (
            <Button
              size="xs"
              onClick={() => void announce.mutateAsync({ id, version }).catch(notifyProblem)}
            >
              {t('priceChanges.announce')}
            </Button>
          ) : null}
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            onClick={() => void cancel.mutateAsync({ id, version }).catch(notifyProblem)}
          >
            {t('priceChanges.cancel')}
          </Button>
        </>
      ) : null}
    </PickRow>
  );
};
