import { useRef, useState, type ChangeEvent } from 'react';
import { asProblem, problemText } from '../problem-text.ts';
import { noErrors, placeErrors, type FormErrors } from './errors.ts';

type Options<Values, Saved> = {
  initial: Values;
  /** Sends the values; a Problem that it throws is put at the fields. */
  save: (values: Values) => Promise<Saved>;
  onSaved?: (saved: Saved) => void;
};

type KeysOf<Values, Kind> = {
  [Key in keyof Values]: Values[Key] extends Kind ? Key : never;
}[keyof Values] &
  string;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Holds a form's values and what the server said about them. Inputs are bound by kind:
 * `<TextInput {...form.text('name')} />`, `<Checkbox {...form.tick('isVip')} />`,
 * `<Select {...form.value('tariffId')} />`. Put them into `<Form form={form}>`.
 */
export const useForm = <Values extends object, Saved>(options: Options<Values, Saved>) => {
  const [start, setStart] = useState(options.initial);
  const [values, setValues] = useState(options.initial);
  const [errors, setErrors] = useState<FormErrors>(noErrors);
  const [isBusy, setBusy] = useState(false);
  const isSending = useRef(false);

  const set = <Key extends keyof Values & string>(key: Key, value: Values[Key]): void => {
    setValues((before) => ({ ...before, [key]: value }));
    const { [key]: _, ...byField } = errors.byField;
    setErrors({ ...errors, byField });
  };
  const errorOf = (key: string): { error?: string } => {
    const error = errors.byField[key];
    return error === undefined ? {} : { error };
  };

  const submit = async (): Promise<void> => {
    if (isSending.current) return;
    isSending.current = true;
    setBusy(true);
    setErrors(noErrors);
    try {
      const saved = await options.save(values);
      setStart(values);
      options.onSaved?.(saved);
    } catch (failure) {
      setErrors(placeErrors(asProblem(failure), Object.keys(values), problemText(failure)));
    } finally {
      isSending.current = false;
      setBusy(false);
    }
  };

  return {
    values,
    set,
    errors,
    isBusy,
    isDirty: !isSame(values, start),
    submit,
    /** Starts again from these values, as after they were read anew. */
    reset: (next: Values): void => {
      setStart(next);
      setValues(next);
      setErrors(noErrors);
    },
    text: <Key extends KeysOf<Values, string>>(key: Key) => ({
      ...errorOf(key),
      name: key,
      value: values[key] as string,
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
        set(key, event.target.value as Values[Key]),
    }),
    tick: <Key extends KeysOf<Values, boolean>>(key: Key) => ({
      ...errorOf(key),
      name: key,
      checked: values[key] as boolean,
      onChange: (event: ChangeEvent<HTMLInputElement>) =>
        set(key, event.target.checked as Values[Key]),
    }),
    value: <Key extends keyof Values & string>(key: Key) => ({
      ...errorOf(key),
      name: key,
      value: values[key],
      onChange: (value: Values[Key]) => set(key, value),
    }),
  };
};

/** What `<Form>` needs of a form, whatever its values are. */
export type FormState = {
  errors: FormErrors;
  isBusy: boolean;
  isDirty: boolean;
  submit: () => Promise<void>;
};
