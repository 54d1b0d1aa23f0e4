import { formatNumber } from '../../../ui/format.ts';
import { problemText } from '../../../ui/problem-text.ts';
import { useTexts } from '../../../ui/texts.ts';
import { toldMargin } from './told-margin.ts';
import type { Live } from './use-live-count.ts';
import css from './builder.module.css';

/** How many are meant: about, with its margin, until the exact number replaces it. */
export const LiveCount = ({ live, isOld }: { live: Live; isOld: boolean }) => {
  const t = useTexts('segments');
  const { about, exact, failure, isAsking } = live;
  const isNothing = exact === null && about === null && failure === null && !isAsking;
  return (
    <div className={`${css.count} ${isOld ? css.old : ''}`} aria-live="polite">
      {isNothing ? null : <CountFigure live={live} />}
      <span className="dim">
        {exact === null && about ? <Margin about={about} /> : null}
        {exact !== null ? t(isOld ? 'builder.old' : 'builder.exact') : null}
        {isNothing ? t('builder.nothingAsked') : null}
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
    const count = formatNumber(toldMargin(about).count);
    return <strong className={css.figure}>{t('builder.about', { count })}</strong>;
  }
  return <strong className={css.figure}>{isAsking ? '…' : '—'}</strong>;
};

const Margin = ({ about }: { about: NonNullable<Live['about']> }) => {
  const t = useTexts('segments');
  if (about.margin === null) return t('builder.guess');
  const { low, high } = toldMargin(about);
  return t('builder.between', { low: formatNumber(low), high: formatNumber(high) });
};
