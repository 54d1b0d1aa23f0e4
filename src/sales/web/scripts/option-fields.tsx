import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Option } from '../../scripts/steps.ts';
import { uses } from '../../../catalog/web/index.tsx';
import { type EditedStep, IN_ORDER } from './step-values.ts';
import css from './scripts.module.css';

type Props = {
  step: EditedStep;
  others: readonly { value: string; label: string }[];
  onChange: (options: Option[]) => void;
};

const MOST_OPTIONS = 9;

/** Answers to a question: words, what each fills, and where it leads if elsewhere. */
export const OptionFields = ({ step, others, onChange }: Props) => {
  const t = useTexts('sales');
  const { fills, options } = step;
  const put = (at: number, part: Partial<Option>): void =>
    onChange(options.map((one, place) => (place === at ? { ...one, ...part } : one)));
  return (
    <fieldset className={css.options}>
      <legend>{t('scripts.options')}</legend>
      {options.map((option, at) => {
        const number = at + 1;
        const place = `${step.key} ${number}`;
        return (
          <div key={place} className={css.option}>
            <TextInput
              aria-label={t('scripts.label', { number })}
              placeholder={t('scripts.label', { number })}
              value={option.label}
              maxLength={120}
              onChange={(event) => put(at, { label: event.target.value })}
            />
            {fills === 'uses' ? (
              <Select
                aria-label={t('scripts.value', { number })}
                value={typeof option.value === 'string' ? option.value : null}
                placeholder={t('scripts.use')}
                data={uses.map((value) => ({ value, label: t(`guided.uses.${value}`) }))}
                onChange={(value) => put(at, { value: uses.find((one) => one === value) ?? null })}
              />
            ) : null}
            {fills !== null && fills !== 'uses' ? (
              <NumberField
                aria-label={t('scripts.value', { number })}
                placeholder={t('scripts.number')}
                value={typeof option.value === 'number' ? option.value : undefined}
                onChange={(value) => put(at, { value: value ?? null })}
              />
            ) : null}
            {fills === 'uses' ? null : (
              <Select
                aria-label={t('scripts.leadsTo', { number })}
                value={option.next ?? IN_ORDER}
                allowDeselect={false}
                data={[{ value: IN_ORDER, label: t('scripts.asStep') }, ...others]}
                onChange={(next) => put(at, { next: next === IN_ORDER ? null : next })}
              />
            )}
            <ActionIcon
              aria-label={t('scripts.removeOption', { number })}
              onClick={() => onChange(options.toSpliced(at, 1))}
            >
              <Trash2 size={14} />
            </ActionIcon>
          </div>
        );
      })}
      <Button
        variant="subtle"
        size="xs"
        className={css.after ?? ''}
        leftSection={<Plus size={14} />}
        disabled={options.length === MOST_OPTIONS}
        onClick={() => onChange([...options, { label: '', value: null, next: null }])}
      >
        {t('scripts.addOption')}
      </Button>
    </fieldset>
  );
};
