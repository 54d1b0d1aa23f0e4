import { TextInput } from '@mantine/core';
import { DayInput } from '../form/inputs.tsx';
import { NumberField } from '../form/number-field.tsx';
import { majorOf, minorOf, signOf } from '../format.ts';
import { useCurrency } from '../viewer.tsx';
import type { Field } from './contract.ts';

type Props = { field: Field; label: string; value: unknown; onChange: (value: unknown) => void };

/** One value: a day, a number, a sum or a text. */
export const OneValue = ({ field, label, value, onChange }: Props) => {
  const currency = useCurrency();
  if (field.type === 'date' || field.type === 'instant') {
    return (
      <DayInput
        aria-label={label}
        value={typeof value === 'string' ? value.slice(0, 10) : ''}
        onChange={onChange}
      />
    );
  }
  if (field.type === 'money') {
    return (
      <NumberField
        data-autofocus
        aria-label={label}
        value={typeof value === 'number' ? majorOf(value, currency) : undefined}
        onChange={(next) => onChange(next === undefined ? undefined : minorOf(next, currency))}
        rightSection={<span className="dim">{signOf(currency)}</span>}
      />
    );
  }
  if (field.type === 'number') {
    return (
      <NumberField
        data-autofocus
        aria-label={label}
        value={typeof value === 'number' ? value : undefined}
        onChange={onChange}
      />
    );
  }
  return (
    <TextInput
      data-autofocus
      aria-label={label}
      value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
      onChange={(event) => onChange(event.target.value)}
    />
  );
};
