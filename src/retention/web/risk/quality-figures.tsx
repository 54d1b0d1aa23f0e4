import { formatDay, formatNumber } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Model, Quality } from './client.ts';
import { Curve } from './curve.tsx';
import { digits } from './digits.ts';
import { QualityTotals } from './quality-totals.tsx';
import css from './risk.module.css';
import { Sheet } from './sheet.tsx';

type Props = { quality: Quality; model: Model };

/** How well the version in force told months that it had not seen. */
export const QualityFigures = ({ quality, model }: Props) => {
  const t = useTexts('retention');
  const q = (key: string, values?: object): string => t(`risk.quality.${key}`, { ...values });
  return (
    <>
      <QualityTotals quality={quality} model={model} />
      <div className={css.two}>
        <section className={css.box} aria-label={q('curve')}>
          <h2>{q('curve')}</h2>
          <Curve curve={quality.curve} />
          <p className={css.rule}>{q('curveRule')}</p>
        </section>
        <Sheet
          title={q('months')}
          head={[q('month'), q('rows'), q('left'), 'AUC']}
          lines={quality.months.map(({ on, rows, leavers, auc }) => ({
            key: on,
            cells: [formatDay(on, 'month'), formatNumber(rows), leavers, digits(auc, 3)],
          }))}
        />
      </div>
      <div className={css.two}>
        <Sheet
          title={q('beside')}
          head={[q('kind'), 'AUC']}
          rule={q('besideRule')}
          lines={quality.beside.map(({ model: kind, auc }) => ({
            key: kind,
            cells: [
              kind === quality.chosen
                ? `${q(`models.${kind}`)} · ${q('inForce')}`
                : q(`models.${kind}`),
              digits(auc, 3),
            ],
          }))}
        />
        {model.driftOn === null ? null : (
          <Sheet
            title={q('drifts')}
            head={[q('fact'), 'PSI']}
            rule={q('driftRule', { on: formatDay(model.driftOn) })}
            lines={model.drifts.map(({ fact, psi }) => ({
              key: fact,
              cells: [fact === 'score' ? q('score') : t(`risk.facts.${fact}`), digits(psi, 3)],
            }))}
          />
        )}
      </div>
    </>
  );
};
