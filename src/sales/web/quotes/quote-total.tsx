import { formatMoney } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Deal, useRead } from '../client.ts';

type Props = { deal: Deal; versionIds: readonly string[]; connectionMinor: number };

/** What the quote comes to a month and once, bundles taken off, while it is put together. */
export const QuoteTotal = ({ deal, versionIds, connectionMinor }: Props) => {
  const t = useTexts('sales');
  const { id, currency } = deal;
  const productVersionIds = versionIds.join(',');
  const route = 'GET /api/deals/{id}/quote-lines';
  const { data } = useRead(route, { id, productVersionIds }, { isKept: true });
  if (!data) return null;
  const off = data.lines.reduce((sum, { bundle }) => sum + (bundle?.offMinor ?? 0), 0);
  const once = data.onceMinor + connectionMinor;
  return (
    <p role="status">
      <b>
        {t('quote.total')}: {formatMoney(data.monthlyMinor, currency)}
        {t('quote.monthly')}
        {once > 0 ? ` · ${formatMoney(once, currency)}${t('quote.once')}` : ''}
      </b>
      {off > 0 ? (
        <span className="dim"> {t('quotes.off', { sum: formatMoney(off, currency) })}</span>
      ) : null}
    </p>
  );
};
