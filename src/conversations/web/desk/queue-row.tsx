import { Globe } from 'lucide-react';
import { formatInstant, formatPhone } from '../../../ui/format.ts';
import { Avatar } from '../../../ui/show/avatar.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { ListItem } from '../../../ui/show/list-item.tsx';
import { Ago, useSecond } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import type { DeskRow } from '../api.ts';
import { topicIn } from '../topic.ts';
import { TouchClock } from './touch-clock.tsx';
import type { Shown } from './queues.ts';

/** What presses in a row: the running clock, the next try, or how it ended. */
const Marks = ({ row }: { row: DeskRow }) => {
  const t = useTexts('conversations');
  const nowMs = useSecond();
  if (row.closedOutcome) {
    return <Badge tone="gray">{t(`closings.${row.closedOutcome}`)}</Badge>;
  }
  if (!row.touchedAt) return <TouchClock row={row} />;
  const at = row.nextTryAt ?? row.nextDueAt;
  const isDue = Date.parse(at) <= nowMs;
  if (row.state === 'snoozed') {
    return <Badge tone="gray">{t('row.until', { at: formatInstant(at) })}</Badge>;
  }
  if (row.isCalling) return <Badge tone="teal">{t('act.going')}</Badge>;
  if (row.nextTryAt === null) return <Badge tone="teal">{t('row.talked')}</Badge>;
  if (isDue) return <Badge tone="amber">{t('row.callNow')}</Badge>;
  return <Badge tone="gray">{t('row.callAt', { at: formatInstant(at, 'time') })}</Badge>;
};

const Owner = ({ row }: { row: DeskRow }) => {
  const t = useTexts('conversations');
  const viewer = useViewer();
  const words = row.offer ? t('row.offered', row.offer) : row.owner?.name;
  if (words === undefined || row.owner?.id === viewer.id) return null;
  return <span className="cut">{words} · </span>;
};

/** A request in the list: who, what, since when, and its counting clock. */
export const QueueRow = ({ row, queue }: { row: DeskRow; queue: Shown }) => {
  const t = useTexts('conversations');
  const topic = topicIn(t, row.subject);
  return (
    <ListItem
      to={`/conversations/${row.id}?queue=${queue}`}
      picture={<Avatar name={row.who || '?'} mark={<Globe size={11} />} />}
      title={row.who || formatPhone(row.phone)}
      isUnread={!row.touchedAt && row.state === 'open'}
      time={<Ago at={row.openedAt} />}
      text={
        <>
          <Owner row={row} />
          {row.preview === '' ? topic : row.preview}
        </>
      }
      marks={<Marks row={row} />}
    />
  );
};
