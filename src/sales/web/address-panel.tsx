import { useState } from 'react';
import type { OpenedConversation } from '../../conversations/web/index.tsx';
import { AddressCheck, type ChosenAddress } from '../../network/web/index.tsx';
import { Action } from '../../ui/show/action.tsx';
import { CardSection } from '../../ui/show/facts.tsx';
import { useTexts } from '../../ui/texts.ts';

/** The address check beside a conversation: begun from the address that the person has named. */
export const AddressPanel = ({ conversation }: { conversation: OpenedConversation }) => {
  const t = useTexts('sales');
  const said = conversation.draft.address;
  const [chosen, setChosen] = useState<ChosenAddress | null>(
    said === '' ? null : { text: said, buildingId: null, flat: '' },
  );
  const [isOpen, setOpen] = useState(false);
  if (conversation.state === 'closed') return null;
  if (!isOpen) {
    return (
      <Action variant="default" size="xs" maw="100%" onClick={() => setOpen(true)}>
        {said === '' ? t('addressPanel.check') : t('addressPanel.checkSaid', { address: said })}
      </Action>
    );
  }
  return (
    <CardSection title={t('addressPanel.title')}>
      <AddressCheck chosen={chosen} onChoose={setChosen} />
    </CardSection>
  );
};
