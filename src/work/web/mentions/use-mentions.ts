import { useLiveRefresh } from '../../../ui/live.ts';
import type { OutputOf } from '../../../ui/call.ts';
import type { api } from '../../api.ts';
import { useRead } from '../api.ts';

export type Mention = OutputOf<typeof api, 'GET /api/mentions'>['rows'][number];

/** Where I was called by name, and how many of that I have not seen. */
export const useMentions = (): { rows: Mention[]; unseenCount: number; isRead: boolean } => {
  useLiveRefresh(['work.mentioned', 'work.news_told', 'work.mentions_seen'], ['/api/mentions']);
  const { data } = useRead('GET /api/mentions', { limit: 100 }, { staleMs: 60_000 });
  return {
    rows: data?.rows ?? [],
    unseenCount: data?.unseenCount ?? 0,
    isRead: data !== undefined,
  };
};
