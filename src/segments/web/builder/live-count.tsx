import { formatNumber } from '../../../ui/format.ts';
import { problemText } from '../../../ui/problem-text.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Live } from './use-live-count.ts';
import css from './builder.module.css';

/** How many are meant: about, with its way, until the exact number replaces it. */
export const LiveCount = ({ live }: { live: Live }) => {
  const t = useTexts('segments');
  const { about, exact, failure, isAsking } = live;
  return (
    <div className={css.count} aria-live="polite">
      <CountFigure live={live} />
      <span className="dim">
        {exact === null && about ? t(`builder.way.${about.way}`) : null}
        {exact !== null ? t('builder.exact') : null}
        {exact === null && isAsking ? ` ${t('builder.counting')}` : null}
      </span>
      {failure && exact === null ? <p className={css.wrong}>{problemText(failure)}</p> : null}
    </div>
  );
};

const CountFigure = ({ live: { exact, about, isAsking } }: { live: Live }) => {
  const t = useTexts('segments');
  if (exact !== null) return <strong className={css.figure}>{formatNumber(exact)}</strong>;
  if (about) {
    const count = formatNumber(roundly(about.count));
    return <strong className={css.figure}>{t('builder.about', { count })}</strong>;
  }
  return <strong className={css.figure}>{isAsking ? '…' : '—'}</strong>;
};

/** An estimate says no more digits than it knows. */
function roundly(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return Math.round(count / unit) * unit;
}
