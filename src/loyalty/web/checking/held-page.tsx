import { Button } from '@mantine/core';
import { ShieldQuestion } from 'lucide-react';
import { Link } from 'react-router';
import { formatDay, formatNumber } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { heldPaths, useRead, useWrite } from '../client.ts';
import css from '../loyalty.module.css';
import { LoyaltyTabs } from '../tabs.tsx';

/** Earnings, friends and notices that wait until somebody has looked at them. */
export const Component = () => {
  const t = useTexts('loyalty');
  const read = useRead('GET /api/loyalty/held');
  const earning = useWrite('POST /api/loyalty/earnings/{id}/decide', heldPaths);
  const friendship = useWrite('POST /api/loyalty/friendships/{id}/decide', heldPaths);
  const told = useWrite('POST /api/subscribers/{id}/friend-tariffs/told', heldPaths);
  const { earnings = [], friends = [], tariffs = [], hasMore = false } = read.data ?? {};
  const isEmpty = earnings.length + friends.length + tariffs.length === 0;
  return (
    <Page title={t('held.title')} subtitle={t('held.subtitle')} layout="padded">
      <div className={css.page}>
        <LoyaltyTabs />
        {read.error ? (
          <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
        ) : null}
        {read.data && isEmpty ? (
          <EmptyState icon={ShieldQuestion} title={t('held.empty')} text={t('held.emptyText')} />
        ) : null}
        {isEmpty ? null : (
          <PickList>
            {earnings.map(({ id, subscriberId, name, rule, points, monthPoints, earnedOn }) => (
              <PickRow
                key={`earning ${id}`}
                title={<Link to={`/subscribers/${subscriberId}/points`}>{name}</Link>}
                text={t('held.earning', {
                  rule,
                  on: formatDay(earnedOn),
                  points: formatNumber(points),
                  month: formatNumber(monthPoints),
                })}
              >
                <Decide decide={(isGood) => earning.mutateAsync({ id, isGood })} />
              </PickRow>
            ))}
            {friends.map(({ id, inviterId, inviter, friend, reason, connectedOn }) => (
              <PickRow
                key={`friend ${id}`}
                title={<Link to={`/subscribers/${inviterId}/points`}>{inviter}</Link>}
                text={t('held.friend', {
                  friend: friend || t('held.somebody'),
                  on: formatDay(connectedOn),
                  reason: t(`friends.reasons.${reason}`),
                })}
              >
                <Decide decide={(isGood) => friendship.mutateAsync({ id, isGood })} />
              </PickRow>
            ))}
            {tariffs.map(({ id, subscriberId, name, tariff }) => (
              <PickRow
                key={`tariff ${id}`}
                title={<Link to={`/subscribers/${subscriberId}`}>{name}</Link>}
                text={t('held.tariff', { tariff })}
              >
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => void told.mutateAsync({ id: subscriberId }).catch(notifyProblem)}
                >
                  {t('tariffs.told')}
                </Button>
              </PickRow>
            ))}
          </PickList>
        )}
        {hasMore ? <p className="dim">{t('held.hasMore')}</p> : null}
      </div>
    </Page>
  );
};

const Decide = ({ decide }: { decide: (isGood: boolean) => Promise<unknown> }) => {
  const t = useTexts('loyalty');
  return (
    <>
      <Button size="xs" variant="default" onClick={() => void decide(true).catch(notifyProblem)}>
        {t('held.give')}
      </Button>
      <Button size="xs" variant="subtle" onClick={() => void decide(false).catch(notifyProblem)}>
        {t('held.drop')}
      </Button>
    </>
  );
};
