import { useParams, useSearchParams } from 'react-router';
import { formatMoney } from '../../../ui/format.ts';
import { useLiveRefresh } from '../../../ui/live.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { AccountActions } from '../service/account-actions.tsx';
import { AccountSections } from './account-sections.tsx';
import { OpenStatement } from './open-statement.tsx';
import { useStatement, type Period } from './use-statement.ts';

/** An account's charges, payments and corrections, with what stood on it after each. */
export const Component = () => {
  const { id = '' } = useParams();
  const t = useTexts('billing');
  const [params, setParams] = useSearchParams();
  const period: Period = { from: params.get('from') ?? '', to: params.get('to') ?? '' };
  const read = useStatement(Number(id), period);
  const first = read.data?.pages[0];
  const subscriberId = first?.account.subscriberId;
  useLiveRefresh(['billing.*', 'tickets.*'], ['/api/accounts/{id}/statement'], (event) =>
    [null, subscriberId].includes(event.subscriberId),
  );
  if (!first) {
    return (
      <Page title={t('fields.account')} backTo="/subscribers" layout="padded">
        {read.error ? (
          <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
        ) : (
          <SkeletonLine widthPx={320} />
        )}
      </Page>
    );
  }
  const { account } = first;
  const change = (next: Period): void => {
    const given = Object.entries(next).filter(([, value]) => value !== '');
    setParams(Object.fromEntries(given), { replace: true });
  };
  return (
    <Page
      title={t('statement.title', { account: account.number })}
      subtitle={[
        account.subscriberName,
        t('statement.balance', { sum: formatMoney(account.balanceMinor, account.currency) }),
      ].join(' · ')}
      marks={
        account.state === 'active' ? null : (
          <Badge tone={account.state !== 'closed' ? 'amber' : 'gray'}>
            {t(`choices.accountState.${account.state}`)}
          </Badge>
        )
      }
      actions={<AccountActions accountId={account.id} />}
      backTo={`/subscribers/${account.subscriberId}`}
      layout="padded"
    >
      <AccountSections account={account} />
      <OpenStatement read={read} period={period} onPeriod={change} />
    </Page>
  );
};
