import { useNavigate } from 'react-router';
import type { OpenedConversation } from '../../../conversations/web/index.tsx';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { leadPaths, useWrite } from '../client.ts';

/** A lead out of a conversation by one key; pressed again, it opens the same one. */
export const ConversationLead = ({ conversation }: { conversation: OpenedConversation }) => {
  const t = useTexts('sales');
  const navigate = useNavigate();
  const bring = useWrite('POST /api/leads', leadPaths);
  const run = async (): Promise<void> => {
    const { id } = await bring.mutateAsync({ conversationId: conversation.id });
    void navigate(`/deals/leads?open=${id}`);
  };
  return (
    <Action keys="KeyD" loading={bring.isPending} onClick={() => void run().catch(notifyProblem)}>
      {t('leads.make')}
    </Action>
  );
};
