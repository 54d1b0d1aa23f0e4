import { useFields } from '../../../ui/table/source.ts';
import { type Words, wordsOf } from '../../../ui/table/words.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useCurrency } from '../../../ui/viewer.tsx';

/** Fields and values of a list as the list itself words them. */
export const useListWords = (entity: string): Words => {
  const t = useTexts();
  const { data } = useFields(entity);
  return wordsOf(data?.fields ?? [], entity, useCurrency(), t);
};
