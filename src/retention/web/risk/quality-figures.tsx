import { formatDay, formatNumber } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import figures from '../../../ui/show/figures.module.css';
import { useTexts } from '../../../ui/texts.ts';
import type { Model, Quality } from './client.ts';
import { Curve } from './curve.tsx';
import { digits, isDrift } from './digits.ts';
import { QualityTotals } from './quality-totals.tsx';
import css from './risk.module.css';

/** Over so many days the months are measured one by one, and models beside each other. */
const MONTH_DAYS = 30;
type Props = { quality: Quality; model: Model };

/** How well the version in force told months that it had not seen. */
export const QualityFigures = ({ quality, model }: Props) => {
  const t = useTexts('retention');
  const q = (key: string, values?: object): string => t(`risk.quality.${key}`, { ...values });
  const horizon = { days: quality.horizonDays };
  const named = (kind: Quality['chosen']): string =>
    kind === quality.chosen ? `${q(`models.${kind}`)} · ${q('inForce')}` : q(`models.${kind}`);
  return (
    <>
      <QualityTotals quality={quality} model={model} />
      <div className={css.two}>
        <section className={css.box} aria-label={q('curve', horizon)}>
          <h2>{q('curve', horizon)}</h2>
          <Curve curve={quality.curve} days={quality.horizonDays} />
          <p className={figures.rule}>{q('curveRule')}</p>
        </section>
        <FigureTable
          title={q('months', { days: MONTH_DAYS })}
          empty={q('nothingYet')}
          rows={quality.months}
          keyOf={({ on }) => on}
          columns={[
            { key: 'on', label: q('month'), show: ({ on }) => formatDay(on, 'month') },
            { key: 'rows', label: q('rows'), show: ({ rows }) => formatNumber(rows) },
            { key: 'left', label: q('left'), show: ({ leavers }) => formatNumber(leavers) },
            { key: 'auc', label: 'AUC', show: ({ auc }) => digits(auc, 3) },
          ]}
        />
      </div>
      <div className={css.two}>
        <FigureTable
          title={q('beside', { days: MONTH_DAYS })}
          empty={q('nothingYet')}
          rule={q('besideRule')}
          rows={quality.beside}
          keyOf={(one) => one.model}
          columns={[
            { key: 'kind', label: q('kind'), show: ({ model: kind }) => named(kind) },
            { key: 'auc', label: 'AUC', show: ({ auc }) => digits(auc, 3) },
          ]}
        />
        {model.driftOn === null ? null : (
          <FigureTable
            title={q('drifts')}
            empty={q('nothingYet')}
            rule={q('driftRule', { on: formatDay(model.driftOn) })}
            rows={model.drifts}
            keyOf={({ fact }) => fact}
            columns={[
              {
                key: 'fact',
                label: q('fact'),
                show: ({ fact }) => (fact === 'score' ? q('score') : t(`risk.facts.${fact}`)),
              },
              { key: 'psi', label: 'PSI', show: psiOf },
            ]}
          />
        )}
      </div>
    </>
  );
};

const psiOf = ({ psi }: Model['drifts'][number]) => {
  const words = digits(psi, 3);
  return isDrift(psi) ? <Badge tone="amber">{words}</Badge> : words;
};
