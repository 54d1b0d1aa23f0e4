import { MoreButton } from '../../../ui/show/more-button.tsx';
import { EmptyState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import shared from '../billing.module.css';
import type { Statement } from '../client.ts';
import { CorrectionView } from '../corrections/correction-view.tsx';
import { MarkLink } from '../mark-link.tsx';
import { useLineWords } from '../use-line-words.ts';
import { PeriodBar } from './period-bar.tsx';
import { StatementTable } from './statement-table.tsx';
import type { Period, useStatement } from './use-statement.ts';

type Props = {
  read: ReturnType<typeof useStatement>;
  period: Period;
  onPeriod: (next: Period) => void;
};

/** The period with its sums, what is not decided on, and the lines. */
export const OpenStatement = ({ read, period, onPeriod }: Props) => {
  const t = useTexts('billing');
  const pages = read.data?.pages ?? [];
  const [first] = pages;
  if (!first) return null;
  const lines = pages.flatMap((page) => page.lines);
  return (
    <div className={shared.column}>
      <PeriodBar statement={first} period={period} onChange={onPeriod} />
      <Pending statement={first} />
      {lines.length === 0 ? (
        <EmptyState title={t('statement.empty')} text={t('statement.emptyText')} />
      ) : (
        <StatementTable account={first.account} lines={lines} />
      )}
      <MoreButton pages={read}>{t('corrections.more')}</MoreButton>
    </div>
  );
};

/** What is not decided on yet, and the periods that work is about. */
const Pending = ({ statement: { pending, periods } }: { statement: Statement }) => {
  const t = useTexts('billing');
  const { periodOf } = useLineWords();
  return (
    <>
      {pending.length === 0 ? null : (
        <section className={shared.box} aria-label={t('statement.pending')}>
          {pending.map((one) => (
            <CorrectionView key={one.id} correction={one} showsOrigin />
          ))}
        </section>
      )}
      {periods.map(({ fromOn, toOn, mark }) => (
        <div key={`${fromOn} ${toOn} ${mark.id}`} className={shared.first}>
          <span className="dim">{t('statement.about', { period: periodOf(fromOn, toOn) })}</span>
          <MarkLink mark={mark} />
        </div>
      ))}
    </>
  );
};
