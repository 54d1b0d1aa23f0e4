import { useLiveRefresh } from '../../../ui/live.ts';
import { CountBadge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../api.ts';

const A_MINUTE_MS = 60_000;

/** How many wait for me or for anybody, at the desk's icon on the rail. */
export const DeskCount = () => {
  const t = useTexts('conversations');
  useLiveRefresh(['conversations.*'], ['/api/conversations/counts']);
  const { data } = useRead('GET /api/conversations/counts', {}, { staleMs: A_MINUTE_MS });
  const count = data ? data.nobody + data.followUpsDue : 0;
  return <CountBadge count={count} label={t('desk.waiting', { count })} />;
};
