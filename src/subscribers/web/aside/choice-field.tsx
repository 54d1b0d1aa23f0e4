import { Select } from '@mantine/core';
import { useChoices } from '../use-choices.ts';

type Props<Value extends string> = {
  /** The field whose values are worded: `choices.FIELD.VALUE`. */
  field: string;
  values: readonly Value[];
  value: Value;
  onChange: (value: Value) => void;
  /** Shown above; else only read to those who cannot see the rest. */
  label?: string;
  ariaLabel?: string;
  error?: string;
};

/** One of a few values; there is always one. */
export const ChoiceField = <Value extends string>(props: Props<Value>) => {
  const { field, values, value, onChange, label, ariaLabel, error } = props;
  return (
    <Select
      {...(label === undefined ? { 'aria-label': ariaLabel } : { label })}
      {...(error === undefined ? {} : { error })}
      data={useChoices(field, values)}
      value={value}
      onChange={(next) => onChange(values.find((one) => one === next) ?? value)}
      allowDeselect={false}
    />
  );
};
