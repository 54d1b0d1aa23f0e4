import { Button } from '@mantine/core';
import { PeriodChoice } from '../../../ui/form/period-choice.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Statement } from '../client.ts';
import { statementActions } from '../slots.ts';
import { signedMoney, useLineWords } from '../use-line-words.ts';
import css from './statement.module.css';
import type { Period } from './use-statement.ts';

type Props = { statement: Statement; period: Period; onChange: (next: Period) => void };

/** From which day to which, and what came and went in that time. */
export const PeriodBar = ({ statement, period, onChange }: Props) => {
  const t = useTexts('billing');
  const { periodOf } = useLineWords();
  const { account, totals } = statement;
  const { from, to } = period;
  const isOpen = from === '' && to === '';
  return (
    <div className={css.bar}>
      <div className={css.period}>
        <h2>{t('statement.movements')}</h2>
        <PeriodChoice period={period} onChange={onChange} />
        {isOpen ? null : (
          <Button variant="subtle" onClick={() => onChange({ from: '', to: '' })}>
            {t('statement.whole')}
          </Button>
        )}
        {from !== '' && to !== '' && from <= to ? (
          <Slot
            of={statementActions}
            account={account}
            about={{ fromOn: from, toOn: to }}
            title={periodOf(from, to)}
          />
        ) : null}
      </div>
      <dl className={css.totals}>
        {isOpen ? null : (
          <div>
            <dt>{t('statement.opening')}</dt>
            <dd>
              <Money amountMinor={totals.openingMinor} currency={account.currency} isBalance />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('statement.raised')}</dt>
          <dd className="tabular">{signedMoney(totals.raisedMinor, account.currency)}</dd>
        </div>
        <div>
          <dt>{t('statement.lowered')}</dt>
          <dd className="tabular">{signedMoney(totals.loweredMinor, account.currency)}</dd>
        </div>
        <div>
          <dt>{t('statement.closing')}</dt>
          <dd>
            <Money amountMinor={totals.closingMinor} currency={account.currency} isBalance />
          </dd>
        </div>
      </dl>
    </div>
  );
};
