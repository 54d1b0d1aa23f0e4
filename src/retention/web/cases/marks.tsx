import { Badge, type Tone } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Case } from '../client.ts';

const tones: Record<NonNullable<Case['outcome']>, Tone> = {
  stays: 'green',
  left: 'red',
  left_part: 'amber',
  mistake: 'gray',
  unreached: 'amber',
};

type Props = Pick<Case, 'state' | 'outcome'>;

/** Whether it is open, and what became of it. */
export const CaseMark = ({ state, outcome }: Props) => {
  const t = useTexts('retention');
  if (outcome === null) return <Badge tone="blue">{t(`choices.state.${state}`)}</Badge>;
  return <Badge tone={tones[outcome]}>{t(`choices.outcome.${outcome}`)}</Badge>;
};

/** How to speak with them: an angry or a repeated wish is not talked over. */
export const MoodMarks = ({ isAngry, isRepeated }: Pick<Case, 'isAngry' | 'isRepeated'>) => {
  const t = useTexts('retention');
  return (
    <>
      {isAngry ? <Badge tone="red">{t('fields.isAngry')}</Badge> : null}
      {isRepeated ? <Badge tone="amber">{t('fields.isRepeated')}</Badge> : null}
    </>
  );
};
