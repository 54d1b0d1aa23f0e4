import { formatDay, formatMoney } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import css from './trust.module.css';

/** How much an account is trusted with and why, in words; nothing where nobody is trusted. */
export const TrustLine = ({ accountId }: { accountId: number }) => {
  const t = useTexts('billing');
  const { data } = useRead('GET /api/accounts/{id}/trust', { id: accountId });
  if (!data || (!data.isOn && data.limitMinor === 0)) return null;
  const { currency, usedMinor, lowersToMinor, lowersOn, words } = data;
  const sum = (minor: number): string => formatMoney(minor, currency);
  return (
    <p className={css.line}>
      <b>{t('trust.title')}.</b> {words}{' '}
      {usedMinor > 0 ? t('trust.used', { sum: sum(usedMinor) }) : ''}{' '}
      {lowersOn === null
        ? ''
        : t('trust.lowers', { sum: sum(lowersToMinor ?? 0), on: formatDay(lowersOn) })}
    </p>
  );
};
