import { Input } from '@mantine/core';
import type { ComponentProps } from 'react';
import { ConditionChips } from '../../../ui/table/filter-chips.tsx';
import { useAsked } from '../../../ui/table/use-asked.ts';
import { useTexts } from '../../../ui/texts.ts';

type Props = Pick<ComponentProps<typeof ConditionChips>, 'value' | 'onChange'>;

/** Which subscribers a rule of money is for. */
export const ConditionField = ({ value, onChange }: Props) => {
  const t = useTexts('billing');
  const asked = useAsked('subscribers');
  return (
    <Input.Wrapper label={t('promises.rules.condition')}>
      <ConditionChips list={asked} value={value} onChange={onChange} />
    </Input.Wrapper>
  );
};
