import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core';
import { CalendarDays } from 'lucide-react';
import { useRef, useState } from 'react';
import { formatDay } from '../format.ts';
import { serverNow } from '../now.ts';
import { useTexts } from '../texts.ts';
import { parseDay, parseDayLeft } from './day-text.ts';
import css from './form.module.css';

type Given = {
  label?: string;
  value: string;
  onChange: (value: string) => void;
  name?: string;
  error?: string;
  description?: string;
  required?: boolean;
  disabled?: boolean;
  'aria-label'?: string;
};

/** A phone as people write it; the server brings it to one form and says when it cannot. */
export const PhoneInput = (props: TextInputProps) => {
  const t = useTexts();
  const placeholder = t('form.phoneFormat');
  return (
    <TextInput type="tel" inputMode="tel" autoComplete="off" placeholder={placeholder} {...props} />
  );
};

/** The browser's own calendar, opened by our button; the day itself is written in our format. */
const Picker = ({ value, onChange }: Pick<Given, 'value' | 'onChange'>) => {
  const t = useTexts();
  const native = useRef<HTMLInputElement>(null);
  return (
    <span className={css.picker}>
      <input
        ref={native}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <ActionIcon
        size={24}
        tabIndex={-1}
        aria-label={t('form.calendar')}
        onClick={() => native.current?.showPicker()}
      >
        <CalendarDays size={14} />
      </ActionIcon>
    </span>
  );
};

type Typed = { text: string; value: string; isLeft: boolean };

/**
 * A calendar day, YYYY-MM-DD, or an empty string; shown and typed in the format of the app's
 * language, whatever the browser's. What is no day stays in sight with a complaint, is not handed
 * on, and keeps its form from being sent.
 */
export const DayInput = ({ value, onChange, disabled, error, ...field }: Given) => {
  const t = useTexts();
  const [kept, setTyped] = useState<Typed>();
  const typed = kept?.value === value ? kept : undefined;
  const isUnread = typed !== undefined && typed.text.trim() !== '' && !parseDay(typed.text);
  const complaint =
    isUnread && typed.isLeft ? t('form.noDay', { example: formatDay('2024-06-24') }) : error;
  const put = (text: string): void => {
    const day = text.trim() === '' ? '' : (parseDay(text) ?? value);
    setTyped({ text, value: day, isLeft: false });
    if (day !== value) onChange(day);
  };
  const leave = (): void => {
    if (!typed) return;
    const day = parseDayLeft(typed.text, new Date(serverNow()).getUTCFullYear());
    if (day === null && isUnread) return setTyped({ ...typed, isLeft: true });
    setTyped(undefined);
    if (day !== null && day !== value) onChange(day);
  };
  return (
    <TextInput
      {...field}
      {...(complaint === undefined ? {} : { error: complaint })}
      {...(isUnread ? { 'data-unread': true } : {})}
      disabled={disabled === true}
      className={css.day ?? ''}
      inputMode="numeric"
      autoComplete="off"
      placeholder={t('form.dayFormat')}
      value={typed?.text ?? (value === '' ? '' : formatDay(value))}
      onChange={(event) => put(event.target.value)}
      onBlur={leave}
      rightSection={disabled ? null : <Picker value={value} onChange={onChange} />}
    />
  );
};
