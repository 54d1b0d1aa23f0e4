import { useState } from 'react';
import { useParams } from 'react-router';
import { formatDay, formatNumber } from '../../../ui/format.ts';
import { useLiveRefresh } from '../../../ui/live.ts';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { memberPaths, useRead } from '../client.ts';
import { PointsBody } from './points-body.tsx';
import { PoolAction } from './pool-action.tsx';

/** All of a subscriber's points: what can be had, how they came, and who was brought. */
export const Component = () => {
  const t = useTexts('loyalty');
  const id = Number(useParams()['id']);
  const [on, setOn] = useState('');
  useLiveRefresh(['loyalty.*'], memberPaths);
  const asked = on === '' ? { id } : { id, on };
  const read = useRead('GET /api/subscribers/{id}/points', asked, { isKept: true });
  const points = read.data;
  return (
    <Page
      title={t('card.title')}
      {...(points && {
        subtitle: t('card.stood', {
          on: formatDay(points.on),
          count: points.balance,
          number: formatNumber(points.balance),
        }),
      })}
      backTo={`/subscribers/${id}`}
      layout="padded"
      actions={<PoolAction id={id} />}
    >
      {read.error && !points ? (
        <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
      ) : null}
      {points ? <PointsBody id={id} points={points} on={on} onDay={setOn} /> : null}
    </Page>
  );
};
