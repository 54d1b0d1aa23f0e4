import { Badge } from '../../ui/show/badge.tsx';
import { Money } from '../../ui/show/money.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { Pitch } from './api.ts';
import css from './pitch.module.css';

/** One argument, with what came of it lately. */
export const PitchRow = ({ pitch, onOpen }: { pitch: Pitch; onOpen: () => void }) => {
  const t = useTexts('sales');
  const { interested, later, refused } = pitch.answers;
  const said = interested + later + refused;
  return (
    <li className={css.row}>
      <button type="button" className={css.pick} onClick={onOpen}>
        <span>
          <strong>{pitch.productName}</strong>{' '}
          <span className="dim">
            <Money amountMinor={pitch.monthlyFeeMinor} currency={pitch.currency} />{' '}
            {t('pitch.aMonth')}
            {pitch.audience === 'everybody' ? '' : ` · ${t(`audiences.${pitch.audience}`)}`}
          </span>{' '}
          {pitch.isOn ? null : <Badge>{t('pitches.off')}</Badge>}
        </span>
        <span className="dim tabular">
          {said === 0 ? t('pitches.notSaidYet') : t('pitches.figures', { count: said, interested })}
        </span>
        <span className={css.words}>{pitch.argument}</span>
      </button>
    </li>
  );
};
