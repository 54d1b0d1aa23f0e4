import { useEffect } from 'react';

/** What was typed into forms that were left, by form and conversation, while the page lives. */
const left = new Map<string, unknown>();

/** The values a form begins with: those it was left with, else the empty ones. */
export const leftValues = <Values>(key: string, empty: Values): Values =>
  (left.get(key) as Values | undefined) ?? empty;

/** Keeps a form's values for when it is shown again; `null` once they are saved. */
export const useLeftValues = (key: string, values: unknown): void => {
  useEffect(() => {
    if (values === null) left.delete(key);
    else left.set(key, values);
  }, [key, values]);
};
