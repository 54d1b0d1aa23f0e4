import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useForm, type FormState } from '../../../ui/form/use-form.ts';
import { useRefresh } from '../../../ui/query.ts';
import { useShortcut } from '../../../ui/shortcut.ts';
import { useTexts } from '../../../ui/texts.ts';
import css from './aside.module.css';

type Options<Values> = {
  initial: Values;
  save: (values: Values) => Promise<unknown>;
  onClose: () => void;
};

/** The state of a small form: what was saved is read anew, and the form folds. */
export const useSmallForm = <Values extends object>({
  initial,
  save,
  onClose,
}: Options<Values>) => {
  const refresh = useRefresh();
  return useForm<Values, unknown>({
    initial,
    save,
    onSaved: () => {
      void refresh('/api/subscribers');
      onClose();
    },
  });
};

type Props = {
  form: FormState;
  label: string;
  onCancel: () => void;
  children: ReactNode;
  /** What it does for ever, in red instead of "Save". */
  danger?: string;
};

/** A form of a few fields inside a section: Enter or Ctrl+Enter saves, Escape folds it. */
export const SmallForm = ({ form, label, onCancel, children, danger }: Props) => {
  const t = useTexts('subscribers');
  const element = useRef<HTMLFormElement>(null);
  const saveLabel = danger ?? t('words.save');
  useShortcut('Escape', onCancel, { isWhileTyping: true });
  useShortcut('Mod+Enter', () => element.current?.requestSubmit(), { label: saveLabel });
  // It is opened to be filled, and stands below what can be seen of a long card.
  useEffect(() => {
    const shown = element.current;
    shown?.scrollIntoView({ block: 'nearest' });
    if (!shown?.contains(document.activeElement)) {
      shown?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea')?.focus();
    }
  }, []);
  return (
    <form
      ref={element}
      className={css.form}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      {children}
      {form.errors.others.map((text) => (
        <div key={text} role="alert">
          {text}
        </div>
      ))}
      <div className={css.buttons}>
        <Button size="xs" variant="subtle" color="gray" onClick={onCancel}>
          {t('words.cancel')}
        </Button>
        <Button
          size="xs"
          type="submit"
          variant="filled"
          {...(danger === undefined ? {} : { color: 'red' })}
          loading={form.isBusy}
        >
          {saveLabel}
        </Button>
      </div>
    </form>
  );
};
