import { useEffect } from 'react';
import { useLive } from '../../../ui/live.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import type { OutputOf } from '../../../ui/call.ts';
import type { api } from '../../api.ts';
import { useRead } from '../api.ts';

export type MyCall = OutputOf<typeof api, 'GET /api/calls/mine'>['calls'][number];

/** What was missed while the stream was broken is found by asking, at least this often. */
const ASK_EVERY_MS = 20_000;

/** What is on my line, asked for at once when my phone is told of: a ring does not wait. */
export const useMyCalls = (): readonly MyCall[] => {
  const viewer = useViewer();
  const { data, refetch } = useRead('GET /api/calls/mine', {}, { staleMs: ASK_EVERY_MS });
  useLive(['conversations.call_changed', 'conversations.outcome_recorded'], ({ type, facts }) => {
    const staffIds = facts['staffIds'];
    const isMine = Array.isArray(staffIds) && staffIds.includes(viewer.id);
    if (isMine || type === 'conversations.outcome_recorded') void refetch();
  });
  useEffect(() => {
    const timer = setInterval(() => void refetch(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [refetch]);
  return data?.calls ?? [];
};
