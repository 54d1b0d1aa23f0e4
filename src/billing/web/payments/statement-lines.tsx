import { Badge, type Tone } from '../../../ui/show/badge.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { Day } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { StatementPreview } from '../client.ts';
import css from './payments.module.css';

const tones: Record<StatementPreview['lines'][number]['state'], Tone> = {
  recognised: 'green',
  unknown: 'amber',
  doubted: 'amber',
  repeat: 'gray',
  not_incoming: 'gray',
};

/** A statement's lines with what becomes of each; first those that could not be read. */
export const StatementLines = ({ preview }: { preview: StatementPreview }) => {
  const t = useTexts('billing');
  const incoming = preview.lines.filter(({ state }) => state !== 'not_incoming');
  return (
    <>
      {preview.bad.length === 0 ? null : (
        <section className={css.conflicts} aria-label={t('bank.bad')}>
          <h2>{t('bank.bad')}</h2>
          <ul>
            {preview.bad.map(({ lineNumber, why, text }) => (
              <li key={`${lineNumber} ${why}`}>
                {t('bank.badLine', { line: lineNumber, why: t(`bank.why.${why}`), text })}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className={`${css.box} ${css.tall} scroll`}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('bank.column.on')}</th>
              <th scope="col">{t('bank.document')}</th>
              <th scope="col">{t('bank.column.payer')}</th>
              <th scope="col">{t('payments.state')}</th>
              <th scope="col" className={css.number}>
                {t('payments.sum')}
              </th>
            </tr>
          </thead>
          <tbody>
            {preview.lines.map((line) => (
              <Line key={line.lineNumber} line={line} currency={preview.currency} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={4}>
                {t('bank.incoming', { count: incoming.length })}
              </th>
              <td className={css.number}>
                <Money
                  amountMinor={incoming.reduce((sum, line) => sum + line.amountMinor, 0)}
                  currency={preview.currency}
                />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
};

const Line = ({
  line,
  currency,
}: {
  line: StatementPreview['lines'][number];
  currency: string;
}) => {
  const t = useTexts('billing');
  return (
    <tr>
      <td className={css.whole}>
        <Day on={line.on} />
      </td>
      <td className="tabular">{line.number}</td>
      <td>
        {line.payer}
        <div className="dim">{line.purpose}</div>
      </td>
      <td>
        <Badge tone={tones[line.state]}>{t(`bank.state.${line.state}`)}</Badge>
        {line.recognised ? (
          <div>
            {line.recognised.account} · {line.recognised.subscriberName}
          </div>
        ) : null}
        {line.suggested ? <div className="dim">{t('bank.suggested', line.suggested)}</div> : null}
      </td>
      <td className={css.number}>
        <Money amountMinor={line.amountMinor} currency={currency} />
      </td>
    </tr>
  );
};
