import type { OpenedConversation } from '../../../conversations/web/index.tsx';
import { useLiveRefresh } from '../../../ui/live.ts';
import { CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../plays/client.ts';
import { TaskDesk } from './task-desk.tsx';

/** What a play wants said to whoever is on the line already; nothing where nothing is. */
export const TaskPanel = ({ conversation }: { conversation: OpenedConversation }) => {
  const t = useTexts('retention');
  const { subscriberId } = conversation;
  const { data } = useRead(
    'GET /api/play-tasks/of-subscriber/{subscriberId}',
    { subscriberId: subscriberId ?? 0 },
    { isEnabled: subscriberId !== null },
  );
  useLiveRefresh(['retention.*'], ['/api/play-tasks']);
  if (!data || data.taskId === null) return null;
  return (
    <CardSection title={t('tasks.why')}>
      <TaskDesk id={data.taskId} />
    </CardSection>
  );
};
