import { useTexts } from '../../../ui/texts.ts';
import type { Ticket } from '../client.ts';
import css from './open.module.css';
import { NoteBox } from './note-box.tsx';
import { PastLine } from './past-line.tsx';

type Item =
  | { key: string; at: string; note: Ticket['notes'][number] }
  | { key: string; at: string; past: Ticket['history'][number] };

/** What is shown in a shape of its own is not told twice. */
const untold = new Set(['tickets.noted', 'tickets.told', 'tickets.file_attached']);

const itemsOf = ({ notes, history }: Ticket): Item[] =>
  [
    ...history
      .filter(({ type }) => !untold.has(type))
      .map((past): Item => ({ key: `p${past.id}`, at: past.at, past })),
    ...notes.map((note): Item => ({ key: `n${note.id}`, at: note.at, note })),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));

/** What it is about, then notes and every change in the order in which they happened. */
export const Feed = ({ ticket }: { ticket: Ticket }) => {
  const t = useTexts('tickets');
  return (
    <>
      {ticket.description === '' ? null : <p className={css.description}>{ticket.description}</p>}
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
    </>
  );
};
