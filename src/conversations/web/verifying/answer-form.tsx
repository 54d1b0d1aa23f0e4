import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useForm } from '../../../ui/form/use-form.ts';
import { KeyHint } from '../../../ui/show/key-hint.tsx';
import css from './verify.module.css';

type Props = {
  label: string;
  hint?: string | undefined;
  submit: string;
  /** What leads into the field, shown in it. */
  keys?: string;
  /** It was asked for by a key or a click, to be filled at once. */
  isFocused: boolean;
  onSubmit: (text: string) => Promise<unknown>;
};

/** One line to write what was said; Enter sends it, and it is empty for the next. */
export const AnswerForm = ({ label, hint, submit, keys, isFocused, onSubmit }: Props) => {
  const field = useRef<HTMLInputElement>(null);
  const form = useForm({
    initial: { text: '' },
    save: ({ text }) => onSubmit(text),
    onSaved: () => form.reset({ text: '' }),
  });
  useEffect(() => {
    if (isFocused) field.current?.focus();
  }, [isFocused]);
  const [wrong] = form.errors.others;
  return (
    <form
      className={css.line}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <TextInput
        ref={field}
        label={label}
        description={hint}
        autoComplete="off"
        rightSection={keys === undefined ? null : <KeyHint keys={keys} />}
        {...form.text('text')}
        {...(wrong ? { error: wrong } : {})}
      />
      <Button type="submit" variant="default" loading={form.isBusy}>
        {submit}
      </Button>
    </form>
  );
};
