import '@mantine/core/styles/Fieldset.layer.css';
import { Button, Fieldset, Textarea } from '@mantine/core';
import { X } from 'lucide-react';
import { FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../quality.module.css';
import type { ExampleValues } from './lesson-values.ts';

type Props = {
  example: ExampleValues;
  onChange: (example: ExampleValues) => void;
  onRemove: () => void;
};

/** How it is done, or is not: the words, and the contact in which it is heard or read. */
export const ExampleFields = ({ example, onChange, onRemove }: Props) => {
  const t = useTexts('quality');
  const { isGood, words, number, second } = example;
  const set = (more: Partial<ExampleValues>): void => onChange({ ...example, ...more });
  return (
    <Fieldset legend={t('lessons.example')}>
      <div className={css.line}>
        <Segmented
          label={t('lessons.example')}
          value={isGood ? 'good' : 'bad'}
          options={[
            { value: 'good', label: t('lessons.good') },
            { value: 'bad', label: t('lessons.bad') },
          ]}
          onChange={(value) => set({ isGood: value === 'good' })}
        />
        <Button size="xs" variant="subtle" leftSection={<X size={14} />} onClick={onRemove}>
          {t('lessons.removeExample')}
        </Button>
      </div>
      <Textarea
        label={t('lessons.exampleWords')}
        value={words}
        required
        autosize
        onChange={(event) => set({ words: event.target.value })}
      />
      <FormRow>
        <NumberField
          label={t('lessons.contactNumber')}
          value={number}
          onChange={(value) => set({ number: value })}
        />
        <NumberField
          label={t('lessons.second')}
          value={second}
          onChange={(value) => set({ second: value })}
        />
      </FormRow>
    </Fieldset>
  );
};
