import { CardToggle } from '../../../ui/show/panes.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Opened } from '../api.ts';
import { conversationActions } from '../index.tsx';
import { topicIn } from '../topic.ts';
import { LabelButton } from './label-button.tsx';
import { MoreActions } from './more-actions.tsx';

/** What can be done with the conversation as a whole, by us and by later domains. */
export const HeaderActions = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  return (
    <>
      <Slot
        of={conversationActions}
        conversation={conversation}
        topic={topicIn(t, conversation.subject)}
      />
      <LabelButton conversation={conversation} />
      <MoreActions conversation={conversation} />
      <CardToggle />
    </>
  );
};
