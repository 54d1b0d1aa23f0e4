import { NumberInput, TextInput, type TextInputProps } from '@mantine/core';
import { useMemo } from 'react';
import { currencySymbol, minorDigitsOf } from '../format.ts';
import { useCurrency } from '../viewer.tsx';

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

/** A sum, kept in minor units and typed in major ones; null while the field is empty. */
export const MoneyInput = (props: Given<number | null> & { currency?: string }) => {
  const { value, onChange, currency: given, ...field } = props;
  const own = useCurrency();
  const currency = given ?? own;
  const [digits, symbol] = useMemo(
    () => [minorDigitsOf(currency), currencySymbol(currency)],
    [currency],
  );
  const factor = 10 ** digits;
  return (
    <NumberInput
      {...field}
      hideControls
      decimalScale={digits}
      thousandSeparator={' '}
      decimalSeparator=","
      allowedDecimalSeparators={['.', ',']}
      value={value === null ? '' : value / factor}
      onChange={(next) => onChange(next === '' ? null : Math.round(Number(next) * factor))}
      rightSection={<span className="dim">{symbol}</span>}
    />
  );
};
