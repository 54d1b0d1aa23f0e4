import { MultiSelect } from '@mantine/core';
import type { TakerSegmentsProps } from '../../catalog/web/index.tsx';
import { useRead } from './client.ts';

/** Segments to choose from, of whom something is sold to. */
export const SegmentsField = ({ label, value, onChange }: TakerSegmentsProps) => {
  const { segments = [] } = useRead('GET /api/segments', {}).data ?? {};
  return (
    <MultiSelect
      label={label}
      value={value.map(String)}
      searchable
      data={segments.map(({ id, name }) => ({ value: String(id), label: name }))}
      onChange={(chosen) => onChange(chosen.map(Number))}
    />
  );
};
