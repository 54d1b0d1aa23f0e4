import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { formatNumber } from '../format.ts';
import { useTexts } from '../texts.ts';
import { parseNumber } from './number-text.ts';
import css from './form.module.css';

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'className'> & {
  className?: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
};

type Typed = { text: string; value: number | undefined; isLeft: boolean };

const MOST_DIGITS = 12;

/**
 * A number or a sum, typed or pasted with comma or point. What is none stays in sight with a
 * complaint, and is not handed on.
 */
export const NumberField = ({ value, onChange, error, className = '', ...field }: Props) => {
  const t = useTexts();
  const [kept, setTyped] = useState<Typed>();
  const typed = kept?.value === value ? kept : undefined;
  const isUnread = typed !== undefined && typed.text.trim() !== '' && typed.value === undefined;
  const shown = value === undefined ? '' : formatNumber(value, MOST_DIGITS);
  return (
    <TextInput
      {...field}
      className={`${css.number} ${className}`}
      inputMode="decimal"
      autoComplete="off"
      error={isUnread && typed.isLeft ? t('form.noNumber') : error}
      {...(isUnread ? { 'data-unread': true } : {})}
      value={typed?.text ?? shown}
      onChange={({ target: { value: text } }) => {
        const number = parseNumber(text);
        setTyped({ text, value: number, isLeft: false });
        if (number !== value) onChange(number);
      }}
      onBlur={() => setTyped(isUnread ? { ...typed, isLeft: true } : undefined)}
    />
  );
};
