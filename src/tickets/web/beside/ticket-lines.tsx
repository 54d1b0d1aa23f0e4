import { Link } from 'react-router';
import { formatInstant, formatNo } from '../../../ui/format.ts';
import type { TicketLine } from '../client.ts';
import { StateMark } from '../marks.tsx';
import { TimeLeft } from '../time-left.tsx';
import css from './beside.module.css';

type Props = {
  tickets: readonly TicketLine[];
  /** Of those that are due, by when, in place of whose turn it is. */
  isDue?: boolean;
};

/** Tickets beside other work, each in one line. */
export const TicketLines = ({ tickets, isDue = false }: Props) => (
  <ul className={css.lines}>
    {tickets.map(({ id, subject, openedAt, dueAt, state }) => (
      <li key={id}>
        <Link to={`/tickets/${id}`} className="cut" title={subject}>
          {formatNo(id)} · {subject}
        </Link>
        <span className="dim">{formatInstant(openedAt, 'dayMonth')}</span>
        {isDue && dueAt !== null ? <TimeLeft dueAt={dueAt} /> : <StateMark state={state} />}
      </li>
    ))}
  </ul>
);
