import { MoreButton } from '../../../ui/show/more-button.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { signedMoney, useLineWords } from '../use-line-words.ts';
import css from './line-picker.module.css';
import { useStatement } from './use-statement.ts';
import { formatDay } from '../../../ui/format.ts';

/** Lines of an account to choose one from, the latest first. */
export const LinePicker = (props: { accountId: number; onPick: (lineId: number) => void }) => {
  const t = useTexts('billing');
  const { kindOf } = useLineWords();
  const read = useStatement(props.accountId, { from: '', to: '' });
  const lines = read.data?.pages.flatMap((page) => page.lines) ?? [];
  const currency = read.data?.pages[0]?.account.currency ?? '';
  if (read.error) return <ErrorState failure={read.error} onRetry={() => void read.refetch()} />;
  return (
    <div className={`${css.lines} scroll`}>
      {read.data && lines.length === 0 ? <p className="dim">{t('statement.empty')}</p> : null}
      {lines.map(({ id, on, kind, amountMinor }) => (
        <button key={id} type="button" className={css.line} onClick={() => props.onPick(id)}>
          <span className="tabular dim">{formatDay(on)}</span>
          <span>{kindOf(kind)}</span>
          <span className="tabular">{signedMoney(amountMinor, currency)}</span>
        </button>
      ))}
      <MoreButton size="xs" variant="subtle" pages={read}>
        {t('corrections.more')}
      </MoreButton>
    </div>
  );
};
