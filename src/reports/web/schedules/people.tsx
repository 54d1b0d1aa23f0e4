import { MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { useColleagues } from '../../../staff/web/index.tsx';
import { useTexts } from '../../../ui/texts.ts';

type Props = {
  known: readonly { id: number; name: string }[];
  value: string[];
  onChange: (ids: string[]) => void;
  error?: string;
};

/** People found by name; who was chosen stays named, whatever is looked for next. */
export const People = ({ known, ...bound }: Props) => {
  const t = useTexts('reports');
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(known);
  const found = useColleagues(query);
  const people = new Map([...chosen, ...found].map(({ id, name }) => [String(id), name]));
  return (
    <MultiSelect
      label={t('schedules.people')}
      description={t('schedules.peopleHint')}
      searchable
      hidePickedOptions
      searchValue={query}
      onSearchChange={setQuery}
      data={[...people].map(([value, label]) => ({ value, label }))}
      {...bound}
      onChange={(ids) => {
        setChosen(ids.map((id) => ({ id: Number(id), name: people.get(id) ?? '' })));
        bound.onChange(ids);
      }}
    />
  );
};
