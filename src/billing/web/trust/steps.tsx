import { ActionIcon, Button, Input } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { randomId } from '../../../ui/random-id.ts';
import { useTexts } from '../../../ui/texts.ts';
import css from './trust.module.css';

export type StepValues = { key: string; months: number | undefined; add: number | undefined };

type Props = {
  label: string;
  currency: string;
  value: StepValues[];
  onChange: (value: StepValues[]) => void;
};

/** Months that are reached, and what each adds. */
export const Steps = ({ label, currency, value, onChange }: Props) => {
  const t = useTexts('billing');
  const put = (at: number, change: Partial<StepValues>): void =>
    onChange(value.map((step, place) => (place === at ? { ...step, ...change } : step)));
  return (
    <Input.Wrapper label={label} description={t('trust.rules.stepsHint')}>
      {value.map((step, at) => (
        <div key={step.key} className={css.step}>
          <FormRow>
            <NumberField
              value={step.months}
              onChange={(months) => put(at, { months })}
              label={t('trust.rules.months')}
            />
            <NumberField
              value={step.add}
              onChange={(add) => put(at, { add })}
              label={`${t('trust.rules.add')}, ${currency}`}
            />
          </FormRow>
          <ActionIcon
            aria-label={t('trust.rules.removeStep')}
            onClick={() => onChange(value.toSpliced(at, 1))}
          >
            <X size={14} />
          </ActionIcon>
        </div>
      ))}
      <div className={css.more}>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<Plus size={14} />}
          onClick={() =>
            onChange([...value, { key: randomId(), months: undefined, add: undefined }])
          }
        >
          {t('trust.rules.addStep')}
        </Button>
      </div>
    </Input.Wrapper>
  );
};
