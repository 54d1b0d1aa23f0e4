import type { OpenedConversation } from '../../../conversations/web/index.tsx';
import { useLiveRefresh } from '../../../ui/live.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../client.ts';
import { Runner } from './runner.tsx';
import { useUnderWay } from './use-under-way.ts';

const paths = ['/api/guided-sales', '/api/deals'];

/** The sale by the script beside a conversation: begun by a key, gone on with by who has it. */
export const GuidedPanel = ({ conversation }: { conversation: OpenedConversation }) => {
  const t = useTexts('sales');
  const { id: conversationId, isMine, state } = conversation;
  const { isKnown, id } = useUnderWay(conversationId);
  const start = useWrite('POST /api/guided-sales', paths);
  useLiveRefresh(['sales.guided_started', 'sales.guided_ended'], ['/api/guided-sales/under-way']);
  if (!isKnown || (id === null && (!isMine || state === 'closed'))) return null;
  if (id === null) {
    return (
      <Action
        keys="KeyS"
        variant="light"
        size="xs"
        px={8}
        loading={start.isPending}
        onClick={() => void start.mutateAsync({ conversationId }).catch(notifyProblem)}
      >
        {t('guided.start')}
      </Action>
    );
  }
  return (
    <CardSection title={t('guided.title')}>
      <Runner id={id} />
    </CardSection>
  );
};
