import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { useState } from 'react';

type Named = { id: number; name: string };
type Props = Pick<MultiSelectProps, 'label' | 'description' | 'placeholder' | 'error'> & {
  /** Who was chosen before. */
  known: readonly Named[];
  /** What is like the words that were told by `onSearch`. */
  found: readonly Named[];
  onSearch: (words: string) => void;
  value: string[];
  onChange: (ids: string[]) => void;
};

/** Several, found by name; what was chosen stays named, whatever is looked for next. */
export const NamedMany = ({ known, found, onSearch, onChange, ...bound }: Props) => {
  const [chosen, setChosen] = useState(known);
  const names = new Map([...chosen, ...found].map(({ id, name }) => [String(id), name]));
  return (
    <MultiSelect
      searchable
      hidePickedOptions
      onSearchChange={onSearch}
      data={[...names].map(([value, label]) => ({ value, label }))}
      {...bound}
      onChange={(ids) => {
        setChosen(ids.map((id) => ({ id: Number(id), name: names.get(id) ?? '' })));
        onChange(ids);
      }}
    />
  );
};
