import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';

export type LeavingFee = 'charged' | 'waived';

type Props = { fee: string; value: LeavingFee; onChange: (value: LeavingFee) => void };

/** Whether a fee for leaving early is charged or waived. */
export const LeavingFeeChoice = ({ fee, value, onChange }: Props) => {
  const t = useTexts('billing');
  return (
    <Segmented
      label={t('service.leavingChoice')}
      value={value}
      options={(['charged', 'waived'] as const).map((one) => ({
        value: one,
        label: t(`service.leavingFee.${one}`, { fee }),
      }))}
      onChange={onChange}
    />
  );
};
