import { Button, Popover } from '@mantine/core';
import { Ticket as TicketIcon } from 'lucide-react';
import { useNavigate } from 'react-router';
import type { OpenedConversation } from '../../../conversations/web/index.tsx';
import { useLiveRefresh } from '../../../ui/live.ts';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useRead } from '../client.ts';
import { TicketLines } from './ticket-lines.tsx';

type Props = { conversation: OpenedConversation; topic: string };

const LONGEST_SUBJECT = 120;

/** A ticket out of a conversation by one key, and those that it has led to already. */
export const ConversationTickets = ({ conversation, topic }: Props) => {
  const t = useTexts('tickets');
  const may = useMay();
  const navigate = useNavigate();
  const { id: conversationId, messages } = conversation;
  const read = useRead('GET /api/tickets/of-conversation/{conversationId}', { conversationId });
  useLiveRefresh(['tickets.*'], ['/api/tickets/of-conversation']);
  const tickets = read.data?.tickets ?? [];
  const make = (): void => {
    const words = topic || (messages.find(({ direction }) => direction === 'in')?.text ?? '');
    const subject = words.slice(0, LONGEST_SUBJECT);
    const asked = new URLSearchParams({ conversation: String(conversationId), subject });
    void navigate(`/tickets/new?${asked}`);
  };
  return (
    <>
      {tickets.length === 0 ? null : (
        <Popover width={340} position="bottom-end">
          <Popover.Target>
            <Button variant="light" leftSection={<TicketIcon size={14} />}>
              {t('conversation.tickets', { count: tickets.length })}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <TicketLines tickets={tickets} />
          </Popover.Dropdown>
        </Popover>
      )}
      {may('tickets.work') ? (
        <Action keys="KeyZ" onClick={make}>
          {t('conversation.make')}
        </Action>
      ) : null}
    </>
  );
};
