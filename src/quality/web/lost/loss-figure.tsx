import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Loss, MONTHS_A_YEAR, standingOf, useLossWords } from './words.ts';
import css from './lost.module.css';

type Props = { loss: Loss; currency: string; isLarge?: boolean };

/** A loss with its bounds; where they hold nought, it is said that nothing is proven. */
export const LossFigure = ({ loss, currency, isLarge = false }: Props) => {
  const t = useTexts('quality');
  const { money, within } = useLossWords(currency);
  const standing = standingOf(loss);
  return (
    <span className={`${css.loss} ${isLarge ? css.large : ''}`}>
      <span className={css.figure}>
        <b className={standing === 'proven' ? css.proven : ''}>{money(loss.minor)}</b>
        {standing === 'proven' ? null : (
          <Badge tone={standing === 'none' ? 'green' : 'gray'}>{t(`lost.${standing}`)}</Badge>
        )}
      </span>
      <span className={css.bounds}>
        {within(loss)}
        {isLarge ? <> · {t('lost.yearly', { sum: money(loss.minor * MONTHS_A_YEAR) })}</> : null}
      </span>
    </span>
  );
};
