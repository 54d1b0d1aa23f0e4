import type { OutputOf } from '../../../ui/call.ts';
import { formatNumber } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { boardApi } from '../../api/board.ts';
import css from './board.module.css';

export type Board = OutputOf<typeof boardApi, 'GET /api/board'>;

/** Figures of the whole, and of each channel beside them. */
export const BoardTotals = ({ board }: { board: Board }) => {
  const t = useTexts('conversations');
  const { total, people } = board;
  const ready = people.filter(({ state }) => state === 'ready').length;
  const here = people.filter(({ state }) => state !== 'away').length;
  const figures = [
    {
      label: t('board.figures.ready'),
      value: `${ready} / ${here}`,
      isAlarming: ready === 0 && total.open > 0,
    },
    { label: t('board.figures.open'), value: formatNumber(total.open), isAlarming: false },
    { label: t('board.figures.nobodys'), value: formatNumber(total.nobodys), isAlarming: false },
    { label: t('board.figures.soon'), value: formatNumber(total.soon), isAlarming: false },
    { label: t('board.figures.late'), value: formatNumber(total.late), isAlarming: total.late > 0 },
  ];
  return (
    <div className={css.totals}>
      <dl className={css.figures}>
        {figures.map(({ label, value, isAlarming }) => (
          <div key={label} className={css.figure} data-alarm={isAlarming}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <table className={css.channels}>
        <thead>
          <tr>
            <th scope="col">{t('board.channel')}</th>
            <th scope="col">{t('board.figures.open')}</th>
            <th scope="col">{t('board.figures.nobodys')}</th>
            <th scope="col">{t('board.figures.soon')}</th>
            <th scope="col">{t('board.figures.late')}</th>
          </tr>
        </thead>
        <tbody>
          {board.channels.length === 0 ? (
            <tr>
              <td colSpan={5} className={`${css.nothing} dim`}>
                {t('board.nothing')}
              </td>
            </tr>
          ) : null}
          {board.channels.map((one) => (
            <tr key={one.channel}>
              <th scope="row">{t(`channels.${one.channel}`)}</th>
              <td>{formatNumber(one.open)}</td>
              <td>{formatNumber(one.nobodys)}</td>
              <td>{formatNumber(one.soon)}</td>
              <td data-alarm={one.late > 0}>{formatNumber(one.late)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
