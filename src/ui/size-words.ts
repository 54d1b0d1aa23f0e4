import { formatNumber } from './format.ts';
import { useTexts } from './texts.ts';

const units = ['B', 'KB', 'MB', 'GB'] as const;

/** A file's size in the unit that people would use for it. */
export const useSizeWords = (): ((sizeBytes: number) => string) => {
  const t = useTexts();
  return (sizeBytes) => {
    const power = Math.min(3, Math.max(0, Math.floor(Math.log2(Math.max(1, sizeBytes)) / 10)));
    const size = formatNumber(sizeBytes / 1024 ** power, power === 0 ? 0 : 1);
    return t(`units.${units[power]}`, { size });
  };
};
