import { formatNumber } from '../../ui/format.ts';
import { useTexts } from '../../ui/texts.ts';
import { blockOf, units } from './units.ts';

/** What a price is for, in words. */
export const useUnitWords = () => {
  const t = useTexts('catalog');
  return (word: string): string => {
    const unit = units.find(({ key }) => key === word);
    if (unit) return t(`unit.${unit.key}`);
    const { meter, blockSize } = blockOf(word);
    return t(`block.${meter}`, { size: formatNumber(blockSize) });
  };
};
