import { Money } from '../../../ui/show/money.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Payer } from '../client.ts';
import css from './cash.module.css';

type Props = {
  id: string;
  payers: readonly Payer[];
  currency: string;
  markedAt: number;
  onMark: (at: number) => void;
  onPick: (payer: Payer) => void;
};

export const payerId = (listId: string, at: number): string => `${listId}-${at}`;

/** The account and where its holder lives, by which namesakes are told apart. */
export const usePayerWords = () => {
  const t = useTexts('billing');
  return ({ account, address }: Payer): string =>
    [t('cash.account', { account }), address].filter(Boolean).join(' · ');
};

/** Those found; the keys that go through them are heard by the field of the search. */
export const PayerList = ({ id, payers, currency, markedAt, onMark, onPick }: Props) => {
  const t = useTexts('billing');
  const wordsOf = usePayerWords();
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('cash.found')}
      className={css.payers}
      hidden={payers.length === 0}
    >
      {payers.map((payer, at) => (
        <button
          key={payer.accountId}
          type="button"
          id={payerId(id, at)}
          role="option"
          tabIndex={-1}
          aria-selected={at === markedAt}
          className={css.payer}
          onMouseMove={() => onMark(at)}
          onClick={() => onPick(payer)}
        >
          <span>
            <span className={css.name}>{payer.holder}</span>
            <span className={`dim ${css.where}`}>{wordsOf(payer)}</span>
          </span>
          <span className={css.stands}>
            <Money amountMinor={payer.balanceMinor} currency={currency} isBalance />
          </span>
        </button>
      ))}
    </div>
  );
};
