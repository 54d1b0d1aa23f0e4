import { useLiveRefresh } from '../../../ui/live.ts';
import { Panes } from '../../../ui/show/panes.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { deskPaths } from '../api.ts';
import { OpenConversation } from './open-conversation.tsx';
import { PersonCard } from './person-card.tsx';
import { QueueList } from './queue-list.tsx';
import { useDesk } from './use-desk.ts';

/** The desk: the queue, the conversation in hand, and who it is with. */
export const Component = () => {
  const t = useTexts('conversations');
  const { openId } = useDesk();
  useLiveRefresh(['conversations.*'], deskPaths);
  return (
    <Panes
      title={t('desk.title')}
      isChosen={openId !== null}
      list={<QueueList />}
      listLabel={t('desk.list')}
      main={<OpenConversation key={openId} id={openId} />}
      mainLabel={t('desk.conversation')}
      card={openId === null ? undefined : <PersonCard id={openId} />}
      cardLabel={t('desk.card')}
    />
  );
};
