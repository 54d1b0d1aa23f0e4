import { useMemo } from 'react';
import type { Field } from '../../../ui/table/contract.ts';
import { wordsOf, type Words } from '../../../ui/table/words.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useCurrency } from '../../../ui/viewer.tsx';
import { useRead } from '../client.ts';

export type BuilderField = Field & {
  label: string;
  group: string;
  hasWindow: boolean;
  isSummed: boolean;
};
export type Askable = { fields: readonly BuilderField[]; words: Words };

const notListed = { sortable: false, groupable: false, filterable: true, isFast: false };

/** What may be asked about a subscriber; read once. */
export const useFields = (): { list: Askable; isReady: boolean; error: Error | null } => {
  const t = useTexts();
  const currency = useCurrency();
  const read = useRead('GET /api/segments/fields', {}, { staleMs: 60_000 });
  const list = useMemo(() => {
    const fields = (read.data?.fields ?? []).map((field) => ({ ...field, ...notListed }));
    return { fields, words: wordsOf(fields, 'subscribers', currency, t) };
  }, [read.data, currency, t]);
  return { list, isReady: read.isSuccess, error: read.error };
};
