import { Link } from 'react-router';
import {
  formatInstant,
  formatNumber,
  formatPercent,
  formatWholeMoney,
} from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Home } from '../api.ts';
import css from './home.module.css';

type Card = Home['cards'][number];
type Figure = Card['figures'][number];

/** One part of what waits: its rows, or the figures of what one leads. */
export const HomeCard = ({ card, currency }: { card: Card; currency: string }) => {
  const t = useTexts('work');
  const { title, path, count, rows, figures } = card;
  return (
    <section className={css.card} aria-label={title}>
      <div className={css.head}>
        <h2>{title}</h2>
        <Link to={path}>
          {count === 0 ? t('home.open') : t('home.more', { count: formatNumber(count) })}
        </Link>
      </div>
      {rows.length > 0 ? (
        <ul className={css.rows}>
          {rows.map((row) => (
            <li key={row.path}>
              <Link to={row.path} className={css.row}>
                <span className={css.title}>{row.title ?? t('home.hidden')}</span>
                <span className={`${css.at} ${row.isLate ? css.late : ''}`}>
                  {row.at === null ? '' : formatInstant(row.at)}
                </span>
                {row.words === '' ? null : <span className={css.words}>{row.words}</span>}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      {figures.length > 0 ? (
        <div className={css.figures}>
          {figures.map((one) => (
            <FigureLink key={one.label} figure={one} currency={currency} />
          ))}
        </div>
      ) : null}
    </section>
  );
};

const FigureLink = ({ figure, currency }: { figure: Figure; currency: string }) => {
  const t = useTexts('work');
  const { label, value, before, path, good } = figure;
  const isKnown = value !== null && before !== null && value !== before;
  const tone = isKnown ? (value > before === (good === 'up') ? css.better : css.worse) : '';
  return (
    <Link to={path} className={css.figure}>
      <span className={css.words}>{label}</span>
      <strong>{wordsOf(figure, value, currency)}</strong>
      {before === null ? null : (
        <span className={`${css.words} ${tone}`}>
          {t('home.before', { value: wordsOf(figure, before, currency) })}
        </span>
      )}
    </Link>
  );
};

function wordsOf({ unit }: Figure, value: number | null, currency: string): string {
  if (value === null) return '—';
  if (unit === 'share') return formatPercent(value, 2);
  if (unit === 'money') return formatWholeMoney(value, currency);
  return formatNumber(value, unit === 'count' ? 0 : 1);
}
