import { ActionIcon } from '@mantine/core';
import { Plus, Split } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import type { Ticket } from '../client.ts';
import { LinkDialog } from './link-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';

/** Parts the ticket, or says what it has to do with another. */
export const LinkActions = ({ ticket }: { ticket: Ticket }) => {
  const t = useTexts('tickets');
  const [dialog, setDialog] = useState<'link' | 'split' | null>(null);
  const close = (): void => setDialog(null);
  return (
    <>
      {ticket.notes.length > 0 ? (
        <ActionIcon
          aria-label={t('splitting.title')}
          title={t('splitting.title')}
          onClick={() => setDialog('split')}
        >
          <Split size={16} />
        </ActionIcon>
      ) : null}
      <ActionIcon
        aria-label={t('links.add')}
        title={t('links.add')}
        onClick={() => setDialog('link')}
      >
        <Plus size={16} />
      </ActionIcon>
      {dialog === 'split' ? <SplitDialog ticket={ticket} onClose={close} /> : null}
      {dialog === 'link' ? <LinkDialog ticket={ticket} onClose={close} /> : null}
    </>
  );
};
