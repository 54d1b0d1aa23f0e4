import { formatDuration } from '../format.ts';
import { useTexts } from '../texts.ts';
import { parseDuration } from './duration-text.ts';
import { NumberField, type NumberFieldProps } from './number-field.tsx';

/** A length of time in seconds, typed and shown in words: 60 с, 5 мин, 4 ч. */
export const DurationField = (props: Omit<NumberFieldProps, 'read' | 'show' | 'complaint'>) => {
  const t = useTexts();
  return (
    <NumberField
      {...props}
      inputMode="text"
      read={parseDuration}
      show={formatDuration}
      complaint={t('form.noDuration')}
    />
  );
};
