import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { Money } from '../../../ui/show/money.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Quote } from '../client.ts';
import { LineNotes } from './line-notes.tsx';
import css from './quotes.module.css';

type Props = {
  quote: Pick<Quote, 'lines' | 'monthlyMinor' | 'onceMinor' | 'currency' | 'payment' | 'parts'>;
};

/** What a part of the connection comes to: the first takes what does not divide. */
const partsOf = (lines: Props['quote']['lines'], parts: number) => {
  const whole = lines.find((line) => line.productVersionId === null)?.onceMinor ?? 0;
  const usualMinor = Math.floor(whole / parts);
  const firstMinor = whole - usualMinor * (parts - 1);
  return { usualMinor, firstMinor, isEven: firstMinor === usualMinor };
};

/** What is offered, a line each, and what it comes to a month and once. */
export const QuoteLines = ({ quote }: Props) => {
  const t = useTexts('sales');
  const { lines, monthlyMinor, onceMinor, currency, payment, parts } = quote;
  const part = partsOf(lines, parts);
  const isInParts = payment === 'split' || lines.some(({ instalments }) => instalments > 0);
  return (
    <>
      <dl className={css.lines}>
        {lines.map((line) => (
          <div key={line.name}>
            <dt>
              {line.productVersionId === null ? t('quotes.connection') : line.name}
              {line.speedKbps === null ? null : (
                <span className="dim">
                  {' '}
                  {t('quote.speed', { speed: formatNumber(line.speedKbps / 1000) })}
                </span>
              )}
              <LineNotes line={line} currency={currency} />
            </dt>
            <dd>
              {line.monthlyMinor > 0 || line.onceMinor === 0 ? (
                <span>
                  <Money amountMinor={line.monthlyMinor} currency={currency} />
                  <span className="dim">{t('quote.monthly')}</span>
                </span>
              ) : null}
              {line.onceMinor > 0 ? (
                <span>
                  <Money amountMinor={line.onceMinor} currency={currency} />
                  <span className="dim">{t('quote.once')}</span>
                </span>
              ) : null}
            </dd>
          </div>
        ))}
        <div className={css.total}>
          <dt>{t('quote.total')}</dt>
          <dd>
            <span>
              <Money amountMinor={monthlyMinor} currency={currency} />
              <span className="dim">{t('quote.monthly')}</span>
            </span>
            {onceMinor > 0 ? (
              <span>
                <Money amountMinor={onceMinor} currency={currency} />
                <span className="dim">{t(isInParts ? 'quote.onceInParts' : 'quote.once')}</span>
              </span>
            ) : null}
          </dd>
        </div>
      </dl>
      {payment === 'full' ? null : (
        <p className="dim">
          {t(
            part.isEven || payment === 'free' ? `quote.payment.${payment}` : 'quote.payment.uneven',
            {
              count: parts,
              first: formatMoney(part.firstMinor, currency),
              sum: formatMoney(part.usualMinor, currency),
            },
          )}
        </p>
      )}
    </>
  );
};
