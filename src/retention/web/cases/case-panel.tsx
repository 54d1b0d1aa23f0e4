import type { OpenedConversation } from '../../../conversations/web/index.tsx';
import { useLiveRefresh } from '../../../ui/live.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { casePaths, useRead, useWrite } from '../client.ts';
import { CaseDesk } from './case-desk.tsx';

/** The save desk beside a conversation: begun by a key, or opened by what was said. */
export const CasePanel = ({ conversation }: { conversation: OpenedConversation }) => {
  const t = useTexts('retention');
  const { id: conversationId, isMine, state } = conversation;
  const { data } = useRead('GET /api/cases/of-conversation/{conversationId}', { conversationId });
  const open = useWrite('POST /api/cases', casePaths);
  useLiveRefresh(
    ['retention.case_opened', 'retention.case_closed', 'conversations.sender_recognised'],
    ['/api/cases/of-conversation'],
  );
  if (!data?.isKnown) return null;
  if (data.caseId !== null) {
    return (
      <CardSection title={t('cases.one')}>
        <CaseDesk id={data.caseId} isNarrow />
      </CardSection>
    );
  }
  if (!isMine || state === 'closed') return null;
  return (
    <Action
      keys="KeyQ"
      variant="light"
      size="xs"
      px={8}
      loading={open.isPending}
      onClick={() => void open.mutateAsync({ conversationId }).catch(notifyProblem)}
    >
      {t('cases.begin')}
    </Action>
  );
};
