import { useLiveRefresh } from '../../../ui/live.ts';
import { useRead } from '../api.ts';
import type { ShownLabel } from './label-chip.tsx';

/** Labels change seldom, and a change is heard of. */
const staleMs = 300_000;
const none: ShownLabel[] = [];

/** The labels that can be put on something. */
export const useLabels = (): readonly ShownLabel[] => {
  useLiveRefresh(
    ['work.label_created', 'work.label_changed', 'work.label_merged'],
    ['/api/labels'],
  );
  const { data } = useRead('GET /api/labels', {}, { staleMs });
  return data?.labels.filter((one) => !one.isArchived && one.mergedInto === null) ?? none;
};
