import { ActionIcon, Select, Textarea } from '@mantine/core';
import { X } from 'lucide-react';
import { FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { dunningWhats } from '../../api/debt-kinds.ts';
import css from './dunning.module.css';

export type StepValues = {
  key: string;
  day: number | undefined;
  what: (typeof dunningWhats)[number];
  ru: string;
  en: string;
};

type Props = {
  step: StepValues;
  number: number;
  onChange: (step: StepValues) => void;
  onRemove: () => void;
};

/** On which day of a debt what is done, and what is written. */
export const Step = ({ step, number, onChange, onRemove }: Props) => {
  const t = useTexts('billing');
  const hint = t(step.what === 'limit' ? 'dunning.limitHint' : 'dunning.wordsHint');
  return (
    <fieldset className={css.box}>
      <legend>{t('dunning.stepNumber', { number })}</legend>
      <div className={css.step}>
        <FormRow>
          <NumberField
            value={step.day}
            onChange={(day) => onChange({ ...step, day })}
            label={t('dunning.day')}
          />
          <Select
            value={step.what}
            onChange={(value) => {
              const what = dunningWhats.find((one) => one === value);
              if (what) onChange({ ...step, what });
            }}
            label={t('dunning.what')}
            allowDeselect={false}
            data={dunningWhats.map((value) => ({ value, label: t(`choices.dunning.${value}`) }))}
          />
        </FormRow>
        <ActionIcon aria-label={t('dunning.removeStep')} onClick={onRemove}>
          <X size={14} />
        </ActionIcon>
      </div>
      {step.what === 'suspend' ? null : (
        <FormRow>
          <Textarea
            value={step.ru}
            onChange={(event) => onChange({ ...step, ru: event.target.value })}
            label={t('dunning.ru')}
            description={hint}
            autosize
            minRows={2}
          />
          <Textarea
            value={step.en}
            onChange={(event) => onChange({ ...step, en: event.target.value })}
            label={t('dunning.en')}
            description={t('dunning.wordsHintEn')}
            autosize
            minRows={2}
          />
        </FormRow>
      )}
    </fieldset>
  );
};
