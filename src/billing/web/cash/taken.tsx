import { formatMoney } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, type TakenPayment } from '../client.ts';
import css from './cash.module.css';
import { PrintAction } from './print-action.tsx';
import { Receipt } from './receipt.tsx';

/** What was taken and what goes back as change, until the next one is looked for. */
export const Taken = ({ taken, currency }: { taken: TakenPayment; currency: string }) => {
  const t = useTexts('billing');
  const { id, amountMinor, changeMinor, hasGiven } = taken;
  const { data } = useRead('GET /api/cash/operations/{id}', { id });
  return (
    <section className={css.done} aria-label={t('cash.receipt', { receipt: taken.receipt })}>
      <div className={css.doneWords}>
        <p role="status" className={css.said}>
          {t('cash.taken', { sum: formatMoney(amountMinor, currency) })}
        </p>
        {hasGiven ? (
          <div className={css.change}>
            <span className="dim">{t('cash.change')}</span>
            <output className="tabular">
              {changeMinor === 0 ? t('cash.noChange') : formatMoney(changeMinor, currency)}
            </output>
          </div>
        ) : null}
        <div className={css.buttons}>
          <PrintAction isReady={data !== undefined} />
        </div>
      </div>
      {data ? <Receipt operation={data} /> : null}
    </section>
  );
};
