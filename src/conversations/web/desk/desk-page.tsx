import { useLiveRefresh } from '../../../ui/live.ts';
import { Panes } from '../../../ui/show/panes.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { OpenTask, TaskCard } from '../../../work/web/index.tsx';
import { deskPaths } from '../api.ts';
import { OpenConversation } from './open-conversation.tsx';
import { PersonCard } from './person-card.tsx';
import { QueueList } from './queue-list.tsx';
import { deskPath, useDesk } from './use-desk.ts';

/** The desk: the queue, the conversation in hand, and who it is with. */
export const Component = () => {
  const t = useTexts('conversations');
  const { openId, task } = useDesk();
  useLiveRefresh(['conversations.*'], deskPaths);
  return (
    <Panes
      title={t('desk.title')}
      isChosen={openId !== null || task !== null}
      list={<QueueList />}
      listLabel={t('desk.list')}
      main={
        task === null ? (
          <OpenConversation key={openId} id={openId} />
        ) : (
          <OpenTask task={task} backTo={deskPath(null, { queue: 'tasks', labelId: null })} />
        )
      }
      mainLabel={t('desk.conversation')}
      card={cardOf(openId, task)}
      cardLabel={t('desk.card')}
    />
  );
};

const cardOf = (openId: number | null, task: string | null) => {
  if (task !== null) return <TaskCard task={task} />;
  return openId === null ? undefined : <PersonCard id={openId} />;
};
