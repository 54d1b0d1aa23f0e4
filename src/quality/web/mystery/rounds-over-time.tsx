import { formatDay, formatPercent } from '../../../ui/format.ts';
import figures from '../../../ui/show/figures.module.css';
import { LineChart } from '../../../ui/show/line-chart.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { shopperMeasures } from '../../kinds.ts';
import type { Rounds } from '../client.ts';

/** Shares of the rounds over time; of one round there is no line. */
export const RoundsOverTime = ({ all: { rounds } }: { all: Rounds }) => {
  const t = useTexts('quality');
  const done = rounds.filter((round) => round.done > 0).toReversed();
  if (done.length < 2) return null;
  const at = (on: string): number => Date.parse(`${on}T00:00:00Z`);
  return (
    <section className={figures.sheet} aria-label={t('mystery.overTime')}>
      <h2>{t('mystery.overTime')}</h2>
      <LineChart
        label={t('mystery.overTime')}
        format={(share) => formatPercent(share)}
        marks={done.map(({ beginsOn }) => ({
          x: at(beginsOn),
          label: formatDay(beginsOn, 'dayMonth'),
        }))}
        lines={shopperMeasures.map((measure) => ({
          key: measure,
          name: t(`measures.${measure}`),
          points: done.map(({ beginsOn, measures }) => {
            const one = measures.find((of) => of.measure === measure);
            const y = one && one.contacts > 0 ? one.hits / one.contacts : null;
            return { x: at(beginsOn), y };
          }),
        }))}
      />
    </section>
  );
};
