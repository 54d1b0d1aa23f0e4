import { formatDay } from '../../../ui/format.ts';
import { Money } from '../../../ui/show/money.tsx';
import { Day } from '../../../ui/show/time.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Correction, Statement, StatementLine } from '../client.ts';
import { CorrectionView } from '../corrections/correction-view.tsx';
import { MarkLink } from '../mark-link.tsx';
import { statementActions } from '../slots.ts';
import { signedMoney, useLineWords } from '../use-line-words.ts';
import css from './statement.module.css';

type Account = Statement['account'];

/** Corrections that are of a line but stand elsewhere: what was posted has a line of its own. */
const unposted = ({ state }: Correction): boolean => state === 'refused' || state === 'withdrawn';

/** Lines with the balance after each, the latest first. */
export const StatementTable = (props: { account: Account; lines: readonly StatementLine[] }) => {
  const t = useTexts('billing');
  return (
    <div className={`${css.box} scroll`}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('statement.on')}</th>
            <th scope="col">{t('statement.what')}</th>
            <th scope="col" className={css.number}>
              {t('statement.sum')}
            </th>
            <th scope="col" className={css.number}>
              {t('statement.after')}
            </th>
            <th scope="col">
              <span className="visually-hidden">{t('statement.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.lines.map((line) => (
            <Line key={line.id} account={props.account} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Line = ({ account, line }: { account: Account; line: StatementLine }) => {
  const { lineOf } = useLineWords();
  const { currency } = account;
  return (
    <tr>
      <td>
        <Day on={line.on} />
      </td>
      <td>
        {line.correction ? (
          <CorrectionView correction={line.correction} showsOrigin hidesSum />
        ) : (
          <What line={line} />
        )}
        {line.marks.length === 0 ? null : (
          <div className={css.marks}>
            {line.marks.map((mark) => (
              <MarkLink key={`${mark.kind} ${mark.id}`} mark={mark} />
            ))}
          </div>
        )}
        {line.corrections.filter(unposted).map((one) => (
          <CorrectionView key={one.id} correction={one} showsOrigin />
        ))}
      </td>
      <td className={`tabular ${css.number} ${line.amountMinor > 0 ? css.raised : ''}`}>
        {signedMoney(line.amountMinor, currency)}
      </td>
      <td className={css.number}>
        <Money amountMinor={line.balanceMinor} currency={currency} isBalance />
      </td>
      <td className={css.actions}>
        <Slot
          of={statementActions}
          account={account}
          about={{ lineId: line.id }}
          title={lineOf(line, currency)}
        />
      </td>
    </tr>
  );
};

/** What a line is; of a charge what it is for, of a payment by what it came. */
const What = ({ line }: { line: StatementLine }) => {
  const { kind, charge, source, amountMinor } = line;
  const t = useTexts('billing');
  const { kindOf } = useLineWords();
  if (!charge) {
    return (
      <>
        {kindOf(kind)}
        {source === null ? null : <div className="dim">{source}</div>}
      </>
    );
  }
  const what = charge.meter ? t(`choices.meter.${charge.meter}`) : '';
  const name = t(`choices.charge.${charge.kind}`, { what });
  const words = [
    charge.product,
    charge.kind === 'one_off' ? charge.words : formatDay(charge.month, 'month'),
  ];
  return (
    <>
      {amountMinor > 0 ? t('statement.givenBack', { what: name }) : name}
      <div className="dim">{words.filter(Boolean).join(' · ')}</div>
    </>
  );
};
