import { Avatar } from '../../../ui/show/avatar.tsx';
import { ListItem } from '../../../ui/show/list-item.tsx';
import { Ago } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import type { DeskRow } from '../api.ts';
import { ChannelSign } from '../channel-sign.tsx';
import { deskPath, useDesk } from './use-desk.ts';
import { nameOf } from '../name-of.ts';
import { topicIn } from '../topic.ts';
import { AheadSign, RowLabels, RowMarks } from './row-marks.tsx';
import type { Shown } from './queues.ts';

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
  const { labelId } = useDesk();
  const topic = topicIn(t, row.subject);
  return (
    <ListItem
      to={deskPath(row.id, { queue, labelId })}
      picture={
        <Avatar
          name={row.who || row.email || row.account || '?'}
          mark={<ChannelSign channel={row.channel} size={11} />}
        />
      }
      title={nameOf(row)}
      signs={
        <>
          <AheadSign row={row} />
          <RowLabels row={row} />
        </>
      }
      isUnread={!row.touchedAt && row.state === 'open'}
      time={<Ago at={row.openedAt} />}
      text={
        <>
          <Owner row={row} />
          {row.channel === 'email' && topic !== '' ? `${topic} · ` : ''}
          {row.preview === '' ? topic : row.preview}
        </>
      }
      marks={<RowMarks row={row} />}
    />
  );
};
