import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { formatNo } from '../../ui/format.ts';
import type { api as searchApi } from '../../kernel/search/api.ts';
import { caller } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import { useTexts } from '../../ui/texts.ts';

const { useRead } = hooks(caller<typeof searchApi>());

type Props = { label: string; exceptId: number; onPick: (id: number | null) => void };

/** Finds another subscriber by anything that is known: a name, a phone, an account. */
export const SubscriberPicker = ({ label, exceptId, onPick }: Props) => {
  const t = useTexts('subscribers');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 150);
  const input = { q, kinds: ['subscriber'], limit: 10 };
  const found = useRead('GET /api/search', input, { isEnabled: q.length > 1, isKept: true });
  const results = (found.data?.results ?? []).filter((one) => one.id !== exceptId);
  return (
    <Select
      label={label}
      placeholder={t('picker.hint')}
      searchable
      clearable
      // What the server found is what is offered; it bears slips that a filter here would not.
      filter={({ options }) => options}
      data={results.map((one) => ({
        value: String(one.id),
        label: [one.title || formatNo(one.id), one.subtitle].filter(Boolean).join(' · '),
      }))}
      nothingFoundMessage={q.length > 1 && found.isFetched ? t('picker.nothing') : undefined}
      // Told from here, or new options would empty the field while one types.
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(value) => onPick(value === null ? null : Number(value))}
    />
  );
};
