import { formatNumber } from '../../ui/format.ts';
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

const units = ['B', 'KB', 'MB', 'GB'] as const;

/** A file's size in the unit that people would use for it. */
export const useSizeWords = (): ((sizeBytes: number) => string) => {
  const t = useTexts('imports');
  return (sizeBytes) => {
    const power = Math.min(3, Math.max(0, Math.floor(Math.log2(Math.max(1, sizeBytes)) / 10)));
    const size = formatNumber(sizeBytes / 1024 ** power, power === 0 ? 0 : 1);
    return t(`units.${units[power]}`, { size });
  };
};
