import { Avatar } from '../../../ui/show/avatar.tsx';
import { ListItem } from '../../../ui/show/list-item.tsx';
import { Ago } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { DeskRow } from '../api.ts';
import { ChannelSign } from '../channel-sign.tsx';
import { deskPath, useDesk } from './use-desk.ts';
import { isVisitor, nameOf, shortNameOf } from '../name-of.ts';
import { topicIn } from '../topic.ts';
import { RowOwner } from './row-owner.tsx';
import { AheadSign, RowLabels, RowMarks } from './row-marks.tsx';
import type { Shown } from './queues.ts';

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
          name={isVisitor(row) ? '' : row.who || row.email || row.account || '?'}
          mark={<ChannelSign channel={row.channel} size={11} />}
        />
      }
      title={shortNameOf(row)}
      hint={nameOf(row)}
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
          <RowOwner row={row} />
          {row.channel === 'email' && topic !== '' ? `${topic} · ` : ''}
          {row.preview || topic || (row.channel === 'call' ? t('row.callIn') : '')}
        </>
      }
      marks={<RowMarks row={row} />}
    />
  );
};
