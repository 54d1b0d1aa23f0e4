import { Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import type { FormState } from '../../../ui/form/use-form.ts';
import css from '../../../ui/entry/entry.module.css';

type Props = { form: FormState; submitLabel: string; children: ReactNode };

/** A form with one wide button, where there is nothing else to do: one may type at once. */
export const EntryForm = ({ form, submitLabel, children }: Props) => {
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    element.current?.querySelector<HTMLInputElement>('input:not([readonly])')?.focus();
  }, []);
  return (
    <form
      ref={element}
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      {children}
      {form.errors.others.map((text) => (
        <p key={text} className={css.wrong} role="alert">
          {text}
        </p>
      ))}
      <Button type="submit" variant="filled" size="md" fullWidth loading={form.isBusy}>
        {submitLabel}
      </Button>
    </form>
  );
};
