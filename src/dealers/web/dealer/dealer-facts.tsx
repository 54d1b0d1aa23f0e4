import { formatDay, formatMoney, formatNumber } from '../../../ui/format.ts';
import { CardSection, Facts } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Dealer } from '../client.ts';
import css from '../dealers.module.css';
import { limitLeft } from '../limit-left.ts';

/** The debt, the cards in hand and the limit, large. */
export const DealerSums = ({ dealer }: { dealer: Dealer }) => {
  const t = useTexts('dealers');
  const { balanceMinor, creditLimitMinor, currency, held } = dealer;
  const cards = held.reduce((sum, one) => sum + one.cards, 0);
  const leftMinor = limitLeft(dealer);
  return (
    <dl className={css.sums}>
      <div>
        <dt>{t(balanceMinor > 0 ? 'dealer.credit' : 'dealer.debt')}</dt>
        <dd>{formatMoney(Math.abs(balanceMinor), currency)}</dd>
      </div>
      <div>
        <dt>{t('dealer.inHand')}</dt>
        <dd>{formatNumber(cards)}</dd>
      </div>
      <div>
        <dt>{t('dealer.limit')}</dt>
        <dd>{formatMoney(creditLimitMinor, currency)}</dd>
      </div>
      <div>
        <dt>{t('cabinet.limitLeft')}</dt>
        <dd>{formatMoney(leftMinor, currency)}</dd>
      </div>
    </dl>
  );
};

export const ContractSection = ({ dealer }: { dealer: Dealer }) => {
  const t = useTexts('dealers');
  return (
    <CardSection title={t('dealer.contract')}>
      <Facts
        facts={[
          { label: t('contract.number'), value: dealer.contractNumber },
          { label: t('contract.on'), value: formatDay(dealer.contractOn) },
        ]}
      />
      {dealer.terms === '' ? null : <p className={css.words}>{dealer.terms}</p>}
    </CardSection>
  );
};
