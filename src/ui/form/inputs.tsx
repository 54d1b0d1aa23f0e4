import { TextInput, type TextInputProps } from '@mantine/core';

type Given<Value> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  name?: string;
  error?: string;
  description?: string;
  required?: boolean;
  disabled?: boolean;
};

/** A phone as people write it; the server brings it to one form and says when it cannot. */
export const PhoneInput = (props: TextInputProps) => (
  <TextInput type="tel" inputMode="tel" autoComplete="off" {...props} />
);

/** A calendar day, YYYY-MM-DD, or an empty string. */
export const DayInput = ({ value, onChange, ...field }: Given<string>) => (
  <TextInput
    {...field}
    type="date"
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
);
