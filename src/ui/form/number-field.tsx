import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { formatNumber } from '../format.ts';
import { useTexts } from '../texts.ts';
import { parseNumber } from './number-text.ts';
import css from './form.module.css';

export type NumberFieldProps = Omit<TextInputProps, 'value' | 'onChange' | 'className'> & {
  className?: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  /** How words become the number, and the number words; a plain number unless told. */
  read?: (text: string) => number | undefined;
  show?: (value: number) => string;
  /** What is said of words that are none. */
  complaint?: string;
};

type Typed = { text: string; value: number | undefined; isLeft: boolean };

const MOST_DIGITS = 12;
const plainly = (value: number): string => formatNumber(value, MOST_DIGITS);

/**
 * A number or a sum, typed or pasted with comma or point. What is none stays in sight with a
 * complaint, and is not handed on.
 */
export const NumberField = (props: NumberFieldProps) => {
  const { value, onChange, error, className = '', ...rest } = props;
  const { read = parseNumber, show = plainly, complaint, ...field } = rest;
  const t = useTexts();
  const [kept, setTyped] = useState<Typed>();
  const typed = kept?.value === value ? kept : undefined;
  const isUnread = typed !== undefined && typed.text.trim() !== '' && typed.value === undefined;
  const shown = value === undefined ? '' : show(value);
  return (
    <TextInput
      inputMode="decimal"
      {...field}
      className={`${css.number} ${className}`}
      autoComplete="off"
      error={isUnread && typed.isLeft ? (complaint ?? t('form.noNumber')) : error}
      {...(isUnread ? { 'data-unread': true } : {})}
      value={typed?.text ?? shown}
      onChange={({ target: { value: text } }) => {
        const number = read(text);
        setTyped({ text, value: number, isLeft: false });
        if (number !== value) onChange(number);
      }}
      onBlur={() => setTyped(isUnread ? { ...typed, isLeft: true } : undefined)}
    />
  );
};
