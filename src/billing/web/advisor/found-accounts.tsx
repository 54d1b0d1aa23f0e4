import { Link } from 'react-router';
import lines from '../../../ui/show/lines.module.css';
import { Money } from '../../../ui/show/money.tsx';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { usePages } from '../client.ts';
import css from './advisor.module.css';
import type { Asked } from './asking.tsx';

/** Those who are asked about, who differ most first. */
export const FoundAccounts = ({ asked }: { asked: Asked }) => {
  const t = useTexts('billing');
  const { kind, fromMinor, productId } = asked;
  const read = usePages(
    'GET /api/advisor/accounts',
    { kind, fromMinor, ...(productId !== null && { productId }) },
    { isKept: true },
  );
  const rows = read.data?.pages.flatMap(({ accounts }) => accounts) ?? [];
  if (read.error) return <ErrorState failure={read.error} onRetry={() => void read.refetch()} />;
  if (rows.length === 0) return null;
  return (
    <>
      <div className={`${lines.box} scroll`}>
        <table className={`${lines.lines} ${css.table}`} aria-label={t(`advisor.kinds.${kind}`)}>
          <thead>
            <tr>
              <th scope="col">{t('fields.account')}</th>
              <th scope="col">{t('advisor.subscriber')}</th>
              <th scope="col">{t('advisor.tariff')}</th>
              <th scope="col" className={css.sum}>
                {t('advisor.paysNow')}
              </th>
              <th scope="col">{t('advisor.instead')}</th>
              <th scope="col" className={css.sum}>
                {t(kind === 'underpaid' ? 'advisor.under' : 'advisor.over')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td className="tabular">
                  <Link to={`/accounts/${row.accountId}?advice`}>{row.account}</Link>
                </td>
                <td>{row.subscriber}</td>
                <td>{row.tariff}</td>
                <td className={css.sum}>
                  <Money amountMinor={row.nowMinor} currency={row.currency} />
                </td>
                <td>{kind === 'underpaid' ? t('advisor.newPrice') : (row.best ?? '—')}</td>
                <td className={css.sum}>
                  {kind !== 'underpaid' && row.savingMinor === 0 ? (
                    '—'
                  ) : (
                    <Money
                      amountMinor={kind === 'underpaid' ? row.underpaidMinor : row.savingMinor}
                      currency={row.currency}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <MoreButton pages={read}>{t('corrections.more')}</MoreButton>
    </>
  );
};
