import { Inbox, PartyPopper, PhoneMissed, type LucideIcon } from 'lucide-react';
import type { RefObject } from 'react';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { ComingRows } from './coming-rows.tsx';
import type { Shown } from './queues.ts';
import { useDesk } from './use-desk.ts';
import { usePreload } from './use-preload.ts';
import { useQueueRows } from './use-queue-rows.ts';
import { VirtualRows } from './virtual-rows.tsx';

const emptyIcons: Partial<Record<Shown, LucideIcon>> = {
  nobody: PartyPopper,
  retry: PhoneMissed,
};

type Queue = Exclude<Shown, 'tasks' | 'followUps' | 'mentions'>;
type Props = { queue: Queue; scroller: RefObject<HTMLDivElement | null> };

/** The rows of one queue, as many as there are; J and K walk along them. */
export const QueueRows = ({ queue, scroller }: Props) => {
  const t = useTexts('conversations');
  const { labelId, openId } = useDesk();
  const { rows, isRead, error, refetch, showMore } = useQueueRows(queue, labelId);
  usePreload(rows, openId);
  if (error && rows.length === 0) {
    return <ErrorState failure={error} onRetry={() => void refetch()} />;
  }
  if (isRead && rows.length === 0) {
    return (
      <EmptyState
        icon={emptyIcons[queue] ?? Inbox}
        title={t(`empty.${queue}.title`)}
        text={t(`empty.${queue}.text`)}
      />
    );
  }
  if (!isRead) return <ComingRows />;
  return <VirtualRows rows={rows} queue={queue} scroller={scroller} onNearEnd={showMore} />;
};
