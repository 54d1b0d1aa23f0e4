import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { X } from 'lucide-react';
import { useState } from 'react';
import { FormRow } from '../../ui/form/form.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { useTexts } from '../../ui/texts.ts';
import { units } from './units.ts';
import { useUnitWords } from './use-unit-words.ts';

export type RateValues = {
  /** Tells it from its neighbours while it is typed. */
  key: number;
  /** As `unitOf` says it. */
  unit: string;
  price: number | undefined;
  from: string;
  to: string;
  days: 'all' | 'work' | 'rest';
};

type Props = { rates: readonly RateValues[]; onChange: (rates: RateValues[]) => void };

const fresh: Omit<RateValues, 'key'> = {
  unit: 'gb',
  price: undefined,
  from: '00:00',
  to: '24:00',
  days: 'all',
};

/** What is measured beside the fee, band after band: of those that overlap the first counts. */
export const RateFields = ({ rates, onChange }: Props) => {
  const t = useTexts('catalog');
  const words = useUnitWords();
  // What was sold by another block goes on so, unless somebody chooses.
  const kept = useState(() => rates.map(({ unit }) => unit))[0];
  const choices = [...new Set([...units.map(({ key }) => key), ...kept])];
  const set = (at: number, change: Partial<RateValues>): void =>
    onChange(rates.map((rate, place) => (place === at ? { ...rate, ...change } : rate)));
  return (
    <>
      {rates.map((rate, at) => (
        <FormRow key={rate.key}>
          <NumberField
            label={t('price')}
            value={rate.price}
            onChange={(price) => set(at, { price })}
          />
          <Select
            label={t('per')}
            value={rate.unit}
            allowDeselect={false}
            data={choices.map((value) => ({ value, label: words(value) }))}
            onChange={(unit) => set(at, { unit: unit ?? 'gb' })}
          />
          <TextInput
            label={t('from')}
            value={rate.from}
            onChange={({ target }) => set(at, { from: target.value })}
          />
          <TextInput
            label={t('to')}
            value={rate.to}
            onChange={({ target }) => set(at, { to: target.value })}
          />
          <Select
            label={t('on')}
            value={rate.days}
            allowDeselect={false}
            data={(['all', 'work', 'rest'] as const).map((value) => ({
              value,
              label: t(`days.${value}`),
            }))}
            onChange={(days) => set(at, { days: days ?? 'all' })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('removeRate')}
            onClick={() => onChange(rates.filter((_, place) => place !== at))}
          >
            <X size={14} />
          </ActionIcon>
        </FormRow>
      ))}
      <Button
        size="xs"
        variant="subtle"
        onClick={() =>
          onChange([...rates, { ...fresh, key: Math.max(0, ...rates.map(({ key }) => key)) + 1 }])
        }
      >
        {t('addRate')}
      </Button>
    </>
  );
};
