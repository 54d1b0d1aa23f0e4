import { Button } from '@mantine/core';
import { Inbox, PartyPopper, PhoneMissed, type LucideIcon } from 'lucide-react';
import { useShortcut } from '../../../ui/shortcut.ts';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Shown } from './queues.ts';
import { QueueRow } from './queue-row.tsx';
import { deskNow, useDesk } from './use-desk.ts';
import { useQueueRows } from './use-queue-rows.ts';
import css from './desk.module.css';

const emptyIcons: Partial<Record<Shown, LucideIcon>> = {
  nobody: PartyPopper,
  retry: PhoneMissed,
};

/** The rows of one queue; J and K walk along them. */
export const QueueRows = ({ queue }: { queue: Exclude<Shown, 'followUps' | 'mentions'> }) => {
  const t = useTexts('conversations');
  const { open, labelId } = useDesk();
  const { rows, isRead, error, refetch, hasMore, showMore, isLoadingMore } = useQueueRows(
    queue,
    labelId,
  );
  const step = (by: number): void => {
    const { openId } = deskNow();
    const at = rows.findIndex((row) => row.id === openId);
    const next = rows[Math.min(rows.length - 1, at < 0 ? 0 : Math.max(0, at + by))];
    if (next) void open(next.id);
  };
  useShortcut('KeyJ', () => step(1), { label: t('keys.next') });
  useShortcut('KeyK', () => step(-1), { label: t('keys.previous') });
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
  return (
    <>
      {rows.map((row) => (
        <QueueRow key={row.id} row={row} queue={queue} />
      ))}
      {hasMore ? (
        <Button className={css.more} variant="subtle" loading={isLoadingMore} onClick={showMore}>
          {t('desk.more')}
        </Button>
      ) : null}
    </>
  );
};
