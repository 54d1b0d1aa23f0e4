import { ActionIcon } from '@mantine/core';
import { X } from 'lucide-react';
import { Link } from 'react-router';
import { useLineWords } from '../../../../billing/web/index.tsx';
import { notifyProblem, undoToast } from '../../../../ui/notify.tsx';
import { useTexts } from '../../../../ui/texts.ts';
import { ticketPaths, useWrite, type Ticket, type TicketMoney } from '../../client.ts';
import css from '../open.module.css';

type Subject = TicketMoney['subjects'][number];

/** A charge, a payment or a period that the ticket is about. */
export const SubjectLine = ({ ticket, subject }: { ticket: Ticket; subject: Subject }) => {
  const t = useTexts('tickets');
  const { lineOf, periodOf } = useLineWords();
  const paths = [...ticketPaths, '/api/accounts'];
  const remove = useWrite('DELETE /api/tickets/{id}/subjects/{subjectId}', paths);
  const put = useWrite('POST /api/tickets/{id}/subjects', paths);
  const { id: subjectId, accountId, account, line, fromOn, toOn, currency } = subject;
  const isPeriod = fromOn !== null && toOn !== null;
  const words = line ? lineOf(line, currency) : isPeriod ? periodOf(fromOn, toOn) : '';
  const about = line ? { lineId: line.id } : isPeriod ? { fromOn, toOn } : {};
  const takeBack = async (): Promise<void> => {
    await remove.mutateAsync({ id: ticket.id, subjectId });
    const undo = () => put.mutateAsync({ id: ticket.id, accountId, ...about });
    undoToast({ text: t('money.removed'), undo });
  };
  const days = isPeriod ? `?from=${fromOn}&to=${toOn}` : '';
  return (
    <li className={css.subject}>
      <Link to={`/accounts/${accountId}${days}`} title={t('money.ofAccount', { account })}>
        {words}
      </Link>
      {ticket.isWorkable ? (
        <ActionIcon
          size={24}
          aria-label={t('money.remove', { what: words })}
          onClick={() => void takeBack().catch(notifyProblem)}
        >
          <X size={14} />
        </ActionIcon>
      ) : null}
    </li>
  );
};
