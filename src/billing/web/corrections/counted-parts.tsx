import { formatMoney } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import css from '../billing.module.css';
import type { Suggested } from '../client.ts';

/** How the sum of a period is counted, row by row, and what is given back of it already. */
export const CountedParts = ({ suggested }: { suggested: Suggested }) => {
  const t = useTexts('billing');
  const { parts, currency, givenBackMinor } = suggested;
  if (parts.length === 0 && givenBackMinor === 0) return null;
  return (
    <ul className={css.parts} aria-label={t('corrections.counted')}>
      {parts.map((one) => (
        <li key={`${one.subscriptionId} ${one.fromOn}`}>
          <span>
            {t('corrections.part', {
              name: one.name,
              fee: formatMoney(one.monthlyFeeMinor, currency),
              count: one.days,
              of: one.daysOfMonth,
            })}
          </span>
          <span className="tabular">{formatMoney(one.amountMinor, currency)}</span>
        </li>
      ))}
      {givenBackMinor > 0 ? (
        <li>
          <span>{t('corrections.givenBack')}</span>
          <span className="tabular">{formatMoney(-givenBackMinor, currency)}</span>
        </li>
      ) : null}
    </ul>
  );
};

/** Says of a sum that it gives more than is left to give back. */
export const AboveCharged = ({
  amountMinor,
  suggested,
}: {
  amountMinor: number;
  suggested: Suggested;
}) => {
  const t = useTexts('billing');
  const aboveMinor = amountMinor - suggested.amountMinor;
  if (aboveMinor <= 0) return null;
  return (
    <p className={css.above} role="status">
      {t('corrections.aboveCharged', { sum: formatMoney(aboveMinor, suggested.currency) })}
    </p>
  );
};
