import { formatInstant, formatMoney } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Cabinet, Deed } from '../client.ts';
import { rangeOf } from '../deed-lines.tsx';
import css from '../dealers.module.css';

type Line = { key: string; at: string; what: string; more: string; sum: string };

/** What the dealer has done today, the latest first. */
export const Today = ({ cabinet }: { cabinet: Cabinet }) => {
  const t = useTexts('dealers');
  const { currency, deeds, payments } = cabinet;
  const whatOf = ({ kind }: Deed): string =>
    kind === 'given' ? t('cabinet.deedGiven') : t(`choices.done.${kind}`);
  const lines: Line[] = [
    ...deeds.map((deed) => ({
      key: `deed ${deed.id}`,
      at: deed.doneAt,
      what: whatOf(deed),
      more: rangeOf(deed),
      sum: formatMoney(deed.valueMinor * (deed.lastNumber - deed.firstNumber + 1), currency),
    })),
    ...payments.map((one) => ({
      key: `payment ${one.id}`,
      at: one.doneAt,
      what:
        one.kind === 'paid_in'
          ? t('cabinet.deedPaidIn')
          : t(one.kind === 'taken' ? 'cabinet.deedTaken' : 'cabinet.deedReturned', {
              account: one.account,
            }),
      more: one.document,
      sum: formatMoney(one.amountMinor, currency),
    })),
  ].toSorted((a, b) => b.at.localeCompare(a.at));
  if (lines.length === 0) return <p className="dim">{t('cabinet.todayNone')}</p>;
  return (
    <ul className={css.lines}>
      {lines.map(({ key, at, what, more, sum }) => (
        <li key={key}>
          <span>
            {what}
            <br />
            <span className="dim tabular">{more}</span>
          </span>
          <span className={`${css.end} tabular`}>
            {sum}
            <br />
            <span className="dim">{formatInstant(at, 'time')}</span>
          </span>
        </li>
      ))}
    </ul>
  );
};
