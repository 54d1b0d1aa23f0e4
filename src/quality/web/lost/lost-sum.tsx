import { useTexts } from '../../../ui/texts.ts';
import type { Lost } from '../client.ts';
import { LossFigure } from './loss-figure.tsx';
import { useLossWords } from './words.ts';
import css from './lost.module.css';

/** What all processes lose together, each subscriber counted once. */
export const LostSum = ({ lost: { sum, processes, currency } }: { lost: Lost }) => {
  const t = useTexts('quality');
  const { money } = useLossWords(currency);
  if (!sum.loss) return null;
  return (
    <section className={css.sum} aria-label={t('lost.sum')}>
      <h2>{t('lost.sum')}</h2>
      <LossFigure loss={sum.loss} currency={currency} isLarge />
      <p className="dim">
        {t('lost.sumTold', { told: sum.told, all: processes.length })}{' '}
        {sum.twiceMinor > 0 ? t('lost.sumTwice', { twice: money(sum.twiceMinor) }) : ''}
      </p>
    </section>
  );
};
