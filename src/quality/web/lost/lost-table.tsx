import { formatNumber, formatPercent } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Lost, LostLine } from '../client.ts';
import { LossFigure } from './loss-figure.tsx';
import { MONTHS_A_YEAR, useLossWords } from './words.ts';
import { Wrong } from './wrong.tsx';
import css from './lost.module.css';

type Props = { lost: Lost; chosen: string; onChoose: (key: string) => void };

/** Each process: how often it goes wrong, beside the study, and what that loses. */
export const LostTable = ({ lost: { processes, currency }, chosen, onChoose }: Props) => {
  const t = useTexts('quality');
  const { money } = useLossWords(currency);
  return (
    <FigureTable<LostLine>
      title={t('lost.title')}
      rows={processes}
      keyOf={({ key }) => key}
      empty=""
      rule={t('lost.rule')}
      columns={[
        {
          key: 'process',
          label: t('lost.process'),
          show: ({ key }) => nameOf(t(`lost.names.${key}`), key === chosen, () => onChoose(key)),
        },
        { key: 'wrong', label: t('lost.wrongColumn'), show: (line) => wrongOf(line) },
        { key: 'share', label: t('lost.share'), show: shareOf },
        {
          key: 'study',
          label: t('lost.study'),
          show: ({ study }) => (study === null ? '—' : formatPercent(study)),
        },
        {
          key: 'monthly',
          label: t('lost.monthly'),
          show: (line) => lossOf(line, currency),
        },
        {
          key: 'year',
          label: t('lost.year'),
          show: ({ loss }) => (loss ? money(loss.minor * MONTHS_A_YEAR) : '—'),
        },
      ]}
    />
  );
};

const nameOf = (name: string, isChosen: boolean, onChoose: () => void) => (
  <button type="button" className={css.name} aria-pressed={isChosen} onClick={onChoose}>
    {name}
  </button>
);

const shareOf = ({ wrong, contacts }: LostLine): string =>
  contacts === 0 ? '—' : formatPercent(wrong / contacts);

const wrongOf = ({ key, wrong, from, to }: LostLine) => (
  <Wrong process={key} wrong={wrong} from={from} to={to} />
);
const lossOf = (line: LostLine, currency: string) => <Monthly line={line} currency={currency} />;

const Monthly = ({ line, currency }: { line: LostLine; currency: string }) => {
  const t = useTexts('quality');
  if (line.loss) return <LossFigure loss={line.loss} currency={currency} />;
  const isSpotless = line.contacts > 0 && line.wrong === 0;
  const have = Math.min(line.wrongKnown, line.rightKnown);
  const few = t('lost.few', { have: formatNumber(have), needed: formatNumber(line.needed) });
  const words = isSpotless ? t('lost.spotless') : have < line.needed ? few : t('lost.nothingAlike');
  return <span className={css.bounds}>{words}</span>;
};
