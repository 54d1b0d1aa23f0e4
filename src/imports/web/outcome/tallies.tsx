import { formatNumber } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import css from './tallies.module.css';

export type Tally = { name: string; count: number; isBad?: boolean };

/** Figures side by side, each under its name. */
export const Tallies = ({ tallies }: { tallies: readonly Tally[] }) => {
  const t = useTexts('imports');
  return (
    <dl className={css.tallies}>
      {tallies.map(({ name, count, isBad }) => (
        <div key={name} className={css.tally} data-bad={(isBad && count > 0) || undefined}>
          <dt>{t(`tallies.${name}`)}</dt>
          <dd>{formatNumber(count)}</dd>
        </div>
      ))}
    </dl>
  );
};
