import { useCallback } from 'react';
import { useRefresh } from '../../../ui/query.ts';
import { deskPaths } from '../api.ts';

/** Reads the desk's lists and cards again, after a write that no hook of ours has sent. */
export const useDeskRefresh = (): (() => Promise<void>) => {
  const refresh = useRefresh();
  return useCallback(() => refresh(...deskPaths), [refresh]);
};
