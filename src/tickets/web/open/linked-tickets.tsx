import { ActionIcon, Button } from '@mantine/core';
import { X } from 'lucide-react';
import { Link } from 'react-router';
import { formatNo } from '../../../ui/format.ts';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { ticketPaths, useWrite, type Ticket } from '../client.ts';
import { StateMark } from '../marks.tsx';
import { LinkActions } from './link-actions.tsx';
import { SplitLines } from './split-lines.tsx';
import css from './open.module.css';

type OneLink = Ticket['links'][number];

const LinkLine = ({ ticket, link }: { ticket: Ticket; link: OneLink }) => {
  const t = useTexts('tickets');
  const remove = useWrite('DELETE /api/tickets/{id}/links/{otherId}/{kind}', ticketPaths);
  const put = useWrite('POST /api/tickets/{id}/links', ticketPaths);
  const { kind, isSaidHere, id, subject, state } = link;
  const said = isSaidHere ? { id: ticket.id, otherId: id, kind } : { id, otherId: ticket.id, kind };
  const takeBack = async (): Promise<void> => {
    await remove.mutateAsync(said);
    undoToast({ text: t('links.removed'), undo: () => put.mutateAsync(said) });
  };
  const words = t(`links.${isSaidHere ? 'says' : 'hears'}.${kind}`);
  return (
    <li className={css.link}>
      <span className="dim">{words}</span>
      <Link to={`/tickets/${id}`} className="cut" title={subject}>
        {formatNo(id)} · {subject}
      </Link>
      <StateMark state={state} />
      {ticket.isWorkable ? (
        <ActionIcon
          size={24}
          aria-label={t('links.remove', { what: `${words} ${formatNo(id)}` })}
          onClick={() => void takeBack().catch(notifyProblem)}
        >
          <X size={14} />
        </ActionIcon>
      ) : null}
    </li>
  );
};

/** What was merged into the ticket; each can stand by itself again. */
const Parts = ({ ticket }: { ticket: Ticket }) => {
  const t = useTexts('tickets');
  const unmerge = useWrite('POST /api/tickets/{id}/unmerge', ticketPaths);
  return ticket.parts.map(({ id, subject }) => (
    <li key={id} className={css.link}>
      <span className="dim">{t('links.part')}</span>
      <span className="cut" title={subject}>
        {formatNo(id)} · {subject}
      </span>
      {ticket.isWorkable ? (
        <Button
          size="compact-xs"
          variant="subtle"
          loading={unmerge.isPending}
          onClick={() => void unmerge.mutateAsync({ id }).catch(notifyProblem)}
        >
          {t('links.unmerge')}
        </Button>
      ) : null}
    </li>
  ));
};

/** What the ticket has to do with others. */
export const LinkedTickets = ({ ticket }: { ticket: Ticket }) => {
  const t = useTexts('tickets');
  const { links, parts, isWorkable } = ticket;
  const count = links.length + parts.length + ticket.splits.length + (ticket.splitFrom ? 1 : 0);
  if (count === 0 && !isWorkable) return null;
  return (
    <CardSection
      title={t('links.title')}
      actions={isWorkable ? <LinkActions ticket={ticket} /> : null}
    >
      {count === 0 ? <span className="dim">{t('links.none')}</span> : null}
      <ul className={css.links}>
        {links.map((link) => (
          <LinkLine
            key={`${link.kind} ${link.isSaidHere} ${link.id}`}
            ticket={ticket}
            link={link}
          />
        ))}
        <Parts ticket={ticket} />
        <SplitLines ticket={ticket} />
      </ul>
    </CardSection>
  );
};
