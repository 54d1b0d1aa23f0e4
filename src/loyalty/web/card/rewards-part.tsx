import { Button } from '@mantine/core';
import { formatDay, formatNumber } from '../../../ui/format.ts';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { memberPaths, type Offered, useRead, useWrite } from '../client.ts';

/** What can be had for the points now, what stops the rest, and what was had. */
export const RewardsPart = ({ id }: { id: number }) => {
  const t = useTexts('loyalty');
  const { data } = useRead('GET /api/subscribers/{id}/rewards', { id });
  const give = useWrite('POST /api/subscribers/{id}/redemptions', memberPaths);
  if (!data) return null;
  const redeem = async (rewardId: number): Promise<void> => {
    const { coupon } = await give.mutateAsync({ id, rewardId });
    notifyDone(coupon === '' ? t('offered.done') : t('offered.coupon', { coupon }));
  };
  return (
    <section aria-label={t('offered.title')}>
      <h2>{t('offered.title')}</h2>
      {data.rewards.length === 0 ? <p className="dim">{t('offered.none')}</p> : null}
      <PickList>
        {data.rewards.map((reward) => (
          <PickRow key={reward.id} title={reward.name} text={reward.words || undefined}>
            <span className="tabular">
              {t('points', { count: reward.points, number: formatNumber(reward.points) })}
            </span>
            {reward.stop === null ? (
              <Button
                size="xs"
                variant="default"
                loading={give.isPending}
                onClick={() => void redeem(reward.id).catch(notifyProblem)}
              >
                {t('offered.give')}
              </Button>
            ) : (
              <Badge>{t(`offered.stops.${reward.stop}`)}</Badge>
            )}
          </PickRow>
        ))}
      </PickList>
      {data.redeemed.length === 0 ? null : (
        <>
          <h2>{t('offered.had')}</h2>
          <PickList>
            {data.redeemed.map((one) => (
              <HadRow key={one.id} one={one} />
            ))}
          </PickList>
        </>
      )}
    </section>
  );
};

const HadRow = ({ one }: { one: Offered['redeemed'][number] }) => {
  const t = useTexts('loyalty');
  const undo = useWrite('POST /api/redemptions/{id}/undo', memberPaths);
  const hand = useWrite('POST /api/redemptions/{id}/hand', memberPaths);
  const { id, name, state, on, coupon, canUndo } = one;
  return (
    <PickRow title={name} text={[formatDay(on), coupon].filter(Boolean).join(' · ')}>
      <Badge tone={state === 'waiting' ? 'amber' : 'gray'}>{t(`offered.states.${state}`)}</Badge>
      {state === 'waiting' ? (
        <Button
          size="xs"
          variant="subtle"
          loading={hand.isPending}
          onClick={() => void hand.mutateAsync({ id }).catch(notifyProblem)}
        >
          {t('offered.hand')}
        </Button>
      ) : null}
      {canUndo ? (
        <Button
          size="xs"
          variant="subtle"
          loading={undo.isPending}
          onClick={() => void undo.mutateAsync({ id }).catch(notifyProblem)}
        >
          {t('offered.undo')}
        </Button>
      ) : null}
    </PickRow>
  );
};
