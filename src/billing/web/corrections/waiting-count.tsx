import { useLiveRefresh } from '../../../ui/live.ts';
import { CountBadge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';

const A_MINUTE_MS = 60_000;

/** How many corrections wait for the viewer's decision, at their icon on the rail. */
export const WaitingCount = () => {
  const t = useTexts('billing');
  useLiveRefresh(['billing.*'], ['/api/corrections/count']);
  const { data } = useRead('GET /api/corrections/count', {}, { staleMs: A_MINUTE_MS });
  const count = data?.count ?? 0;
  return <CountBadge count={count} label={t('corrections.waiting', { count })} />;
};
