import { formatMoney } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Quote } from '../client.ts';

type Props = { line: Quote['lines'][number]; currency: string };

/** What a line binds to, what bundle it is in and in how many parts it is paid. */
export const LineNotes = ({ line, currency }: Props) => {
  const t = useTexts('sales');
  return (
    <>
      {line.leastMonths > 0 && line.leavingFeeMinor > 0 ? (
        <small className="dim">
          {t('quote.term', {
            count: line.leastMonths,
            sum: formatMoney(line.leavingFeeMinor, currency),
          })}
        </small>
      ) : null}
      {line.bundle && line.bundle.offMinor > 0 ? (
        <small className="dim">
          {t('quote.inBundle', {
            name: line.bundle.name,
            sum: formatMoney(line.monthlyMinor + line.bundle.offMinor, currency),
          })}
        </small>
      ) : null}
      {line.instalments > 0 ? (
        <small className="dim">
          {t('quote.inParts', {
            count: line.instalments,
            sum: formatMoney(Math.floor(line.onceMinor / line.instalments), currency),
          })}
        </small>
      ) : null}
    </>
  );
};
