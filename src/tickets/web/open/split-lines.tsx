import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { formatNo } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { ticketPaths, useWrite, type Ticket } from '../client.ts';
import css from './open.module.css';

/** What was split off the ticket and what it was split off; each can be put back. */
export const SplitLines = ({ ticket }: { ticket: Ticket }) => {
  const t = useTexts('tickets');
  const undo = useWrite('POST /api/tickets/{id}/splits/{splitId}/undo', ticketPaths);
  const { id, splits, splitFrom, isWorkable } = ticket;
  const lines = [
    ...(splitFrom ? [{ ...splitFrom, words: t('splitting.came') }] : []),
    ...splits.map(({ id: splitId, intoId, subject }) => ({
      splitId,
      id: intoId,
      subject,
      words: t('splitting.went'),
    })),
  ];
  return lines.map(({ splitId, id: otherId, subject, words }) => (
    <li key={splitId} className={css.link}>
      <span className="dim">{words}</span>
      <Link to={`/tickets/${otherId}`} className="cut" title={subject}>
        {formatNo(otherId)} · {subject}
      </Link>
      {isWorkable ? (
        <Button
          size="compact-xs"
          variant="subtle"
          loading={undo.isPending}
          onClick={() => undo.mutate({ id, splitId }, { onError: notifyProblem })}
        >
          {t('splitting.undo')}
        </Button>
      ) : null}
    </li>
  ));
};
