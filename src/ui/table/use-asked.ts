import { useMemo } from 'react';
import { useTexts } from '../texts.ts';
import { useCurrency } from '../viewer.tsx';
import type { Field } from './contract.ts';
import type { Asked } from './filter-chips.tsx';
import { useFields } from './source.ts';
import { wordsOf } from './words.ts';

const none: Field[] = [];

/** What conditions may ask about the rows of a list, apart from the list itself. */
export const useAsked = (entity: string, texts: string = entity): Asked => {
  const t = useTexts();
  const currency = useCurrency();
  const { data, isSuccess } = useFields(entity);
  const fields = data?.fields ?? none;
  const words = useMemo(() => wordsOf(fields, texts, currency, t), [fields, texts, currency, t]);
  return { fields, words, isReady: isSuccess };
};
