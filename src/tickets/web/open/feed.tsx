import { Button } from '@mantine/core';
import { useState } from 'react';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Ticket, usePages } from '../client.ts';
import css from './open.module.css';
import { NoteBox } from './note-box.tsx';
import { PastLine } from './past-line.tsx';

type Item =
  | { key: string; at: string; note: Ticket['notes'][number] }
  | { key: string; at: string; past: Ticket['history'][number] };

/** What is shown in a shape of its own is not told twice. */
const untold = new Set(['tickets.noted', 'tickets.told', 'tickets.file_attached']);

const itemsOf = ({ notes, history }: Pick<Ticket, 'notes' | 'history'>): Item[] =>
  [
    ...history
      .filter(({ type }) => !untold.has(type))
      .map((past): Item => ({ key: `p${past.id}`, at: past.at, past })),
    ...notes.map((note): Item => ({ key: `n${note.id}`, at: note.at, note })),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));

/** Steps older than those that stand with the ticket, page by page, before them. */
const LongFeed = ({ ticket }: { ticket: Ticket }) => {
  const t = useTexts('tickets');
  const before = ticket.history[0]?.id ?? 1;
  const read = usePages('GET /api/tickets/{id}/history', { id: ticket.id, before });
  const pages = read.data?.pages.toReversed() ?? [];
  const history = [...pages.flatMap((page) => page.history), ...ticket.history];
  const names = Object.assign({}, ...pages.map((page) => page.names), ticket.names) as Names;
  return (
    <>
      <MoreButton pages={read}>{t('open.earlier')}</MoreButton>
      <Items ticket={{ ...ticket, history, names }} />
    </>
  );
};

type Names = Ticket['names'];

/** What it is about, then notes and every change in the order in which they happened. */
export const Feed = ({ ticket }: { ticket: Ticket }) => {
  const t = useTexts('tickets');
  const [isLong, setLong] = useState(false);
  return (
    <>
      {ticket.description === '' ? null : <p className={css.description}>{ticket.description}</p>}
      {ticket.hasEarlier && !isLong ? (
        <Button w="fit-content" onClick={() => setLong(true)}>
          {t('open.earlier')}
        </Button>
      ) : null}
      {isLong ? <LongFeed ticket={ticket} /> : <Items ticket={ticket} />}
    </>
  );
};

const Items = ({ ticket }: { ticket: Ticket }) => {
  const t = useTexts('tickets');
  return (
    <ol className={css.feed} aria-label={t('open.history')}>
      {itemsOf(ticket).map((item) => (
        <li key={item.key}>
          {'note' in item ? (
            <NoteBox ticketId={ticket.id} note={item.note} />
          ) : (
            <PastLine past={item.past} names={ticket.names} />
          )}
        </li>
      ))}
    </ol>
  );
};
