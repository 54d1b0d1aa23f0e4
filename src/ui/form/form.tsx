import { Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useShortcut } from '../shortcut.ts';
import { KeyHint } from '../show/key-hint.tsx';
import { useTexts } from '../texts.ts';
import { UnsavedGuard } from './unsaved-guard.tsx';
import type { FormState } from './use-form.ts';
import css from './form.module.css';

type Props = {
  form: FormState;
  children: ReactNode;
  /** "Save" unless told. */
  submitLabel?: string;
  onCancel?: () => void;
  /** Stands at the right of the buttons: a way to delete, a hint. */
  aside?: ReactNode;
  /** False where leaving loses nothing, as in a search. */
  isGuarded?: boolean;
  /** False until what cannot be done without is chosen. */
  isReady?: boolean;
  /** Longer than a screen: its buttons stay in sight. */
  isLong?: boolean;
  /** On a page that is opened to be filled, its first field waits for words. */
  isFirstFocused?: boolean;
};

/** A form: its fields, complaints that belong to none of them, Ctrl+Enter, the guard on leaving. */
export const Form = (props: Props) => {
  const { form, children, submitLabel, onCancel, aside, isGuarded = true } = props;
  const { isFirstFocused = false, isReady = true, isLong = false } = props;
  const t = useTexts();
  const element = useRef<HTMLFormElement>(null);
  const label = submitLabel ?? t('form.save');
  const { errors } = form;
  useShortcut('Mod+Enter', () => element.current?.requestSubmit(), { label });
  useEffect(() => {
    if (!isFirstFocused) return;
    element.current?.querySelector<HTMLElement>('input:not([type="radio"]), textarea')?.focus();
  }, [isFirstFocused]);
  const submit = async (): Promise<void> => {
    // Keys press it too, disabled or not.
    if (!isReady) return;
    const unread = element.current?.querySelector<HTMLElement>('[data-unread]');
    if (unread) {
      // Leaving the field makes it say what is wrong with it.
      unread.blur();
      unread.focus();
      return;
    }
    await form.submit();
    requestAnimationFrame(() => {
      element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    });
  };
  return (
    <form
      ref={element}
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {isGuarded ? <UnsavedGuard isDirty={form.isDirty && !form.isBusy} /> : null}
      {children}
      {errors.others.length > 0 ? (
        <div role="alert">
          <ul className={css.others}>
            {errors.others.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <div className={`${css.buttons} ${isLong ? css.inSight : ''}`}>
        <Button
          type="submit"
          variant="filled"
          loading={form.isBusy}
          disabled={!isReady}
          rightSection={<KeyHint keys="Mod+Enter" />}
          aria-keyshortcuts="Control+Enter"
        >
          {label}
        </Button>
        {onCancel ? (
          <Button variant="subtle" color="gray" onClick={onCancel}>
            {t('form.cancel')}
          </Button>
        ) : null}
        <span style={{ flex: 1 }} />
        {aside}
      </div>
    </form>
  );
};

/** Fields side by side while there is room. */
export const FormRow = ({ children }: { children: ReactNode }) => (
  <div className={css.row}>{children}</div>
);

/** Fields that belong together, under their own heading. */
export const FormSection = (props: { title: string; children: ReactNode }) => (
  <fieldset className={css.section}>
    <legend>{props.title}</legend>
    {props.children}
  </fieldset>
);
