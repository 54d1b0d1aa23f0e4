import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';

const spans = ['6', '12', '24'] as const;
type Span = (typeof spans)[number];

/** Over how many months, as the address says; a year where it says nothing. */
export const spanOf = (asked: string | null): Span => spans.find((one) => one === asked) ?? '12';

export const SpanChoice = (props: { span: Span; onChange: (span: Span) => void }) => {
  const t = useTexts('quality');
  return (
    <Segmented
      label={t('lost.span')}
      value={props.span}
      options={spans.map((value) => ({ value, label: t(`lost.spans.${value}`) }))}
      onChange={props.onChange}
    />
  );
};
