import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../client.ts';
import css from '../promised/promised.module.css';

/** Whom the saved steps would touch today, without doing anything. */
export const DunningTrial = () => {
  const t = useTexts('billing');
  const look = useWrite('POST /api/dunning-settings/trial');
  const seen = look.data;
  return (
    <div className={`${css.part} ${css.preview}`}>
      <Button
        loading={look.isPending}
        onClick={() => void look.mutateAsync({}).catch(notifyProblem)}
      >
        {t('dunning.try')}
      </Button>
      {seen ? (
        <p>
          <b>{t('dunning.tried', { debtors: formatNumber(seen.debtors) })}</b>{' '}
          {seen.counts.length === 0
            ? t('dunning.nothing')
            : seen.counts
                .map(({ what, count }) =>
                  t('dunning.says', { what: t(`choices.dunning.${what}`), count }),
                )
                .join('; ')}
        </p>
      ) : null}
      {seen && seen.sample.length > 0 ? (
        <div className={css.past}>
          <PickList>
            {seen.sample.map(({ accountId, account, what, days, isCareful, ...debt }) => (
              <PickRow
                key={accountId}
                title={<Link to={`/accounts/${accountId}`}>{account}</Link>}
                text={t('dunning.sampleLine', {
                  what: t(`choices.dunning.${what}`),
                  sum: formatMoney(debt.debtMinor, debt.currency),
                })}
              >
                <span className="dim">{t('dunning.days', { count: days })}</span>
                {isCareful ? <Badge tone="green">{t('dunning.isCareful')}</Badge> : null}
              </PickRow>
            ))}
          </PickList>
        </div>
      ) : null}
    </div>
  );
};
