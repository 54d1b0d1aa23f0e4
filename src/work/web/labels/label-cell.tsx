import { useRead } from '../api.ts';
import { LabelChips } from './label-chip.tsx';

/** Labels change seldom, and a change is heard of where they are chosen. */
const staleMs = 300_000;

/** A list's column of labels; the list knows their ids alone. */
export const LabelCell = ({ ids }: { ids: unknown }) => {
  const { data } = useRead('GET /api/labels', {}, { staleMs });
  if (!Array.isArray(ids)) return null;
  const labels = data?.labels.filter(({ id }) => ids.includes(String(id))) ?? [];
  return <LabelChips labels={labels} />;
};
