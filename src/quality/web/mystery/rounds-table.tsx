import { Link } from 'react-router';
import { formatDay, formatNumber, formatPercent } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { shopperMeasures } from '../../kinds.ts';
import type { Rounds } from '../client.ts';
import { MeasuredShare } from './measured-share.tsx';

type One = Rounds['rounds'][number];
type Line = One | 'study';

/** Each round with its shares and their bounds; the study's figures stand under them all. */
export const RoundsTable = ({ all: { rounds, study, normMinutes } }: { all: Rounds }) => {
  const t = useTexts('quality');
  const lines: Line[] = rounds.length === 0 ? [] : [...rounds, 'study'];
  const ofRound = (line: Line, show: (round: One) => string | null): string | null =>
    line === 'study' ? null : show(line);
  return (
    <FigureTable<Line>
      title={t('mystery.rounds')}
      empty={t('mystery.empty')}
      rows={lines}
      keyOf={(line) => (line === 'study' ? line : String(line.id))}
      rule={t('mystery.rule', { minutes: formatNumber(normMinutes, 1) })}
      columns={[
        { key: 'name', label: t('mystery.round'), show: nameOf },
        {
          key: 'days',
          label: t('mystery.days'),
          isWords: true,
          show: (line) =>
            ofRound(
              line,
              ({ beginsOn, endsOn }) => `${formatDay(beginsOn)} – ${formatDay(endsOn)}`,
            ),
        },
        {
          key: 'done',
          label: t('mystery.done'),
          show: (line) => ofRound(line, ({ done, tasks }) => t('mystery.doneOf', { done, tasks })),
        },
        ...shopperMeasures.map((measure) => ({
          key: measure,
          label: t(`measures.${measure}`),
          show: (line: Line) => {
            if (line !== 'study') return shareOf(line, measure);
            const share = study.find((one) => one.measure === measure)?.share ?? null;
            return share === null ? t('mystery.hours') : formatPercent(share);
          },
        })),
        {
          key: 'median',
          label: t('mystery.median'),
          show: (line) =>
            ofRound(line, ({ medianMinutes }) =>
              medianMinutes === null
                ? null
                : t('mystery.minutes', { minutes: formatNumber(medianMinutes, 1) }),
            ),
        },
      ]}
    />
  );
};

const nameOf = (line: Line) => (line === 'study' ? <StudyName /> : <Name round={line} />);

const StudyName = () => <span className="dim">{useTexts('quality')('mystery.study')}</span>;

const Name = ({ round: { id, name } }: { round: One }) => (
  <Link to={`/quality/mystery/${id}`}>{name}</Link>
);

const shareOf = ({ measures }: One, measure: (typeof shopperMeasures)[number]) => {
  const one = measures.find((of) => of.measure === measure);
  return one ? <MeasuredShare one={one} /> : null;
};
