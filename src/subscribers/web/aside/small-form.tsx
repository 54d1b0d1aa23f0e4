import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
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
};

/** A form of a few fields inside a section: Enter saves, Escape folds it. */
export const SmallForm = ({ form, label, onCancel, children }: Props) => {
  const t = useTexts('subscribers');
  useShortcut('Escape', onCancel, { isWhileTyping: true });
  return (
    <form
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
        <Button size="xs" type="submit" variant="filled" loading={form.isBusy}>
          {t('words.save')}
        </Button>
      </div>
    </form>
  );
};
