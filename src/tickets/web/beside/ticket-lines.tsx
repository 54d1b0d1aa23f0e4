import { Link } from 'react-router';
import { formatInstant, formatNo } from '../../../ui/format.ts';
import type { TicketLine } from '../client.ts';
import { StateMark } from '../marks.tsx';
import css from './beside.module.css';

/** Tickets beside other work, each in one line. */
export const TicketLines = ({ tickets }: { tickets: readonly TicketLine[] }) => (
  <ul className={css.lines}>
    {tickets.map(({ id, subject, openedAt, state }) => (
      <li key={id}>
        <Link to={`/tickets/${id}`} className="cut" title={subject}>
          {formatNo(id)} · {subject}
        </Link>
        <span className="dim">{formatInstant(openedAt, 'dayMonth')}</span>
        <StateMark state={state} />
      </li>
    ))}
  </ul>
);
