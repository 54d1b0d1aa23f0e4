import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatInstant } from '../../../ui/format.ts';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { signedMoney } from '../use-line-words.ts';
import { usePages, type CashOperation } from '../client.ts';
import css from './cash.module.css';
import { ReturnCash } from './return-cash.tsx';

type Props = {
  shiftId: number;
  /** At the window of whoever has the shift. */
  canReturn?: boolean;
};

const isOut = ({ kind }: CashOperation): boolean => kind === 'return' || kind === 'out';

/** What moved in a shift, the latest first. */
export const Operations = ({ shiftId, canReturn = false }: Props) => {
  const t = useTexts('billing');
  const [returned, setReturned] = useState<CashOperation | null>(null);
  const read = usePages('GET /api/cash/shifts/{id}/operations', { id: shiftId });
  const operations = read.data?.pages.flatMap((page) => page.operations) ?? [];
  return (
    <section className={css.operations} aria-label={t('cash.operations')}>
      <h2>{t('cash.operations')}</h2>
      {read.data && operations.length === 0 ? (
        <p className="dim">{t('cash.noOperations')}</p>
      ) : null}
      <ul>
        {operations.map((one) => (
          <li key={one.id} className={css.operation}>
            <span className="cut">
              {one.holder ?? (one.words || t(`choices.cash.${one.kind}`))}
            </span>
            <b className="tabular">
              {signedMoney(isOut(one) ? -one.amountMinor : one.amountMinor, one.currency)}
            </b>
            <span className="dim tabular">
              <Link to={`/cash/receipts/${one.id}`}>{one.receipt}</Link>
              {` · ${formatInstant(one.doneAt, 'time')} · ${t(`choices.cash.${one.kind}`)}`}
            </span>
            <span>
              {canReturn && one.kind === 'payment' && one.leftMinor > 0 ? (
                <Button size="compact-xs" variant="subtle" onClick={() => setReturned(one)}>
                  {t('cash.giveBack')}
                </Button>
              ) : null}
              {one.kind === 'payment' && one.leftMinor === 0 ? (
                <span className="dim">{t('cash.returnedAll')}</span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      <MoreButton pages={read}>{t('cash.more')}</MoreButton>
      {returned ? <ReturnCash operation={returned} onClose={() => setReturned(null)} /> : null}
    </section>
  );
};
