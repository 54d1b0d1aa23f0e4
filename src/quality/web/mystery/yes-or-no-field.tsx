import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../quality.module.css';
import type { YesOrNo } from './result-values.ts';

type Props = {
  name: 'recommended' | 'pitched' | 'reasonAsked';
  value: YesOrNo;
  onChange: (value: YesOrNo) => void;
};

/** Whether something was done, or could not be. */
export const YesOrNoField = ({ name, value, onChange }: Props) => {
  const t = useTexts('quality');
  const label = t(`measures.${name === 'reasonAsked' ? 'reason_asked' : name}`);
  const words: readonly YesOrNo[] = ['yes', 'no', 'na'];
  return (
    <div className={css.line}>
      <span className={css.asked}>{label}</span>
      <Segmented
        label={label}
        value={value}
        options={words.map((word) => ({ value: word, label: t(`answers.${word}`) }))}
        onChange={onChange}
      />
    </div>
  );
};
