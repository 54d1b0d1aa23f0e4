import { Badge } from '../../../ui/show/badge.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Pitch } from '../client.ts';

/** One argument, with what came of it lately. */
export const PitchRow = ({ pitch, onOpen }: { pitch: Pitch; onOpen: () => void }) => {
  const t = useTexts('sales');
  const { interested, later, refused } = pitch.answers;
  const said = interested + later + refused;
  return (
    <PickRow
      title={pitch.productName}
      text={
        <>
          <Money amountMinor={pitch.monthlyFeeMinor} currency={pitch.currency} />{' '}
          {t('pitch.aMonth')}
          {pitch.audience === 'everybody' ? '' : ` · ${t(`audiences.${pitch.audience}`)}`}
          <br />
          {pitch.argument}
        </>
      }
      onPick={onOpen}
    >
      {pitch.isOn ? null : <Badge>{t('pitches.off')}</Badge>}
      <span className="dim tabular">
        {said === 0 ? t('pitches.notSaidYet') : t('pitches.figures', { count: said, interested })}
      </span>
    </PickRow>
  );
};
