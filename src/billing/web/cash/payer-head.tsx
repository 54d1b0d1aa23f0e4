import { formatMoney } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Payer } from '../client.ts';
import css from './cash.module.css';
import { usePayerWords } from './payer-list.tsx';

/** Who stands at the window, and how their account stands. */
export const PayerHead = ({ payer, currency }: { payer: Payer; currency: string }) => {
  const t = useTexts('billing');
  const wordsOf = usePayerWords();
  const { holder, balanceMinor } = payer;
  const isDebt = balanceMinor < 0;
  return (
    <div className={css.whose}>
      <div>
        <h2>{holder}</h2>
        <div className="dim">{wordsOf(payer)}</div>
      </div>
      <div className={css.stands}>
        <div className="dim">{t(isDebt ? 'cash.debt' : 'cash.balance')}</div>
        <div className={`tabular ${css.big}`} style={isDebt ? { color: 'var(--red)' } : {}}>
          {formatMoney(Math.abs(balanceMinor), currency)}
        </div>
      </div>
    </div>
  );
};
