import { hasText, useTexts } from '../../ui/texts.ts';
import type { CellError } from './client.ts';

/** What is wrong with a row or a step, in the words of the domain that found it. */
export const useErrorWords = (): ((error: CellError) => string) => {
  const t = useTexts('imports');
  return ({ code, params }) => {
    const [domain = '', ...rest] = code.split('.');
    const key = `${domain}:errors.${rest.join('.')}`;
    return hasText(key) ? t(key, params) : code;
  };
};
