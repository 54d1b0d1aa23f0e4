import { formatDay, formatNumber, formatPercent } from '../../../ui/format.ts';
import figures from '../../../ui/show/figures.module.css';
import { LineChart } from '../../../ui/show/line-chart.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { LostLine } from '../client.ts';
import { LostMonths } from './lost-months.tsx';
import { LostWaits } from './lost-waits.tsx';
import { WhatIf } from './what-if.tsx';
import { monthWords, useLossWords } from './words.ts';
import css from './lost.module.css';

type Props = { line: LostLine; currency: string };

/** One process: in words how it is counted, by what inputs, how it went, and what if. */
export const OneProcess = ({ line, currency }: Props) => {
  const t = useTexts('quality');
  const { money } = useLossWords(currency);
  const { key, months, from, to, wrongKnown, rightKnown, loss } = line;
  const name = t(`lost.names.${key}`);
  const known = months.filter(({ isKnown }) => isKnown);
  const every = Math.ceil(known.length / 7);
  return (
    <div className={css.one}>
      <section className={figures.sheet} aria-label={name}>
        <div className={figures.head}>
          <h2>{name}</h2>
        </div>
        <p>{t(`lost.how.${key}`)}</p>
        <Formula line={line} currency={currency} />
        {from !== null && to !== null ? (
          <p className="dim">
            {t('lost.compared', {
              wrong: formatNumber(wrongKnown),
              right: formatNumber(rightKnown),
              from: monthWords(from),
              to: monthWords(to),
            })}
          </p>
        ) : null}
        {known.filter((month) => month.loss).length > 1 ? (
          <LineChart
            label={t('lost.chart', { name })}
            lines={[{ key, name, points: known.map((month, x) => pointOf(month, x)) }]}
            format={money}
            marks={known.flatMap(({ month }, x) =>
              x % every === 0 ? [{ x, label: formatDay(month, 'monthShort') }] : [],
            )}
          />
        ) : null}
      </section>
      <div className={css.beside}>
        {loss && loss.minor > 0 ? <WhatIf line={line} loss={loss} currency={currency} /> : null}
        {key === 'callbacks' && from !== null && to !== null ? (
          <LostWaits from={from} to={to} />
        ) : null}
        <LostMonths line={line} currency={currency} />
      </div>
    </div>
  );
};

const pointOf = ({ loss }: LostLine['months'][number], x: number) =>
  loss ? { x, y: loss.minor, low: loss.low, high: loss.high } : { x, y: null };

/** What was measured, put together: the same figures give the loss. */
const Formula = ({ line: { inputs, loss }, currency }: Props) => {
  const t = useTexts('quality');
  const { money } = useLossWords(currency);
  if (!inputs || !loss) return null;
  return (
    <p className={css.formula}>
      {t('lost.formula', {
        monthly: formatNumber(inputs.monthly, 1),
        right: formatPercent(inputs.rightShare, 1),
        wrong: formatPercent(inputs.wrongShare, 1),
        worth: money(inputs.worthMinor),
        loss: money(loss.minor),
      })}
    </p>
  );
};
