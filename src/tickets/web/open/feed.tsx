import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatInstant } from '../../../ui/format.ts';
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

const itemsOf = ({ notes, history }: Told): Item[] =>
  [
    ...history
      .filter(({ type }) => !untold.has(type))
      .map((past): Item => ({ key: `p${past.id}`, at: past.at, past })),
    ...notes.map((note): Item => ({ key: `n${note.id}`, at: note.at, note })),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));

type Listed = { id: number; at: string };
type Told = Pick<Ticket, 'notes' | 'history'>;
type IsMore = { steps: boolean; notes: boolean };

/** From when on nothing of a list is missing: it comes from its newest end. */
const wholeFrom = ([oldest]: readonly Listed[], isMore: boolean): number =>
  isMore && oldest ? Date.parse(oldest.at) : -Infinity;

/** What is older than the oldest that is here of the other list waits until that has come too. */
const wholeOf = ({ notes, history }: Told, isMore: IsMore): Told => {
  const from = Math.max(wholeFrom(history, isMore.steps), wholeFrom(notes, isMore.notes));
  const isWhole = ({ at }: Listed): boolean => Date.parse(at) >= from;
  return { notes: notes.filter(isWhole), history: history.filter(isWhole) };
};

/** Notes and steps older than those that stand with the ticket, page by page, before them. */
const LongFeed = ({ ticket }: { ticket: Ticket }) => {
  const t = useTexts('tickets');
  const { id } = ticket;
  const beforeSteps = { id, before: ticket.history[0]?.id ?? 1 };
  const steps = usePages('GET /api/tickets/{id}/history', beforeSteps);
  const beforeNotes = { id, before: ticket.notes[0]?.id ?? 1 };
  const words = usePages('GET /api/tickets/{id}/notes', beforeNotes);
  const past = steps.data?.pages.toReversed() ?? [];
  const said = words.data?.pages.toReversed() ?? [];
  const told = {
    history: [...past.flatMap((page) => page.history), ...ticket.history],
    notes: [...said.flatMap((page) => page.notes), ...ticket.notes],
  };
  const names = Object.assign({}, ...past.map((page) => page.names), ticket.names) as Names;
  const isMore = {
    steps: steps.data ? steps.hasNextPage : ticket.hasEarlier,
    notes: words.data ? words.hasNextPage : ticket.hasEarlierNotes,
  };
  const more = {
    hasNextPage: isMore.steps || isMore.notes,
    isFetchingNextPage: steps.isFetching || words.isFetching,
    fetchNextPage: () =>
      Promise.all([isMore.steps && steps.fetchNextPage(), isMore.notes && words.fetchNextPage()]),
  };
  return (
    <>
      <MoreButton pages={more}>{t('open.earlier')}</MoreButton>
      <Items ticket={{ ...ticket, ...wholeOf(told, isMore), names }} />
    </>
  );
};

type Names = Ticket['names'];

/** Those that stand with the ticket. */
const ShortFeed = ({ ticket }: { ticket: Ticket }) => {
  const isMore = { steps: ticket.hasEarlier, notes: ticket.hasEarlierNotes };
  return <Items ticket={{ ...ticket, ...wholeOf(ticket, isMore) }} />;
};

/** What it is about, then notes and every change in the order in which they happened. */
export const Feed = ({ ticket }: { ticket: Ticket }) => {
  const t = useTexts('tickets');
  const [isLong, setLong] = useState(false);
  return (
    <>
      {ticket.description === '' ? null : (
        <article className={css.opening}>
          <span className={css.words}>{ticket.description}</span>
          <time className={css.by} dateTime={ticket.openedAt}>
            {ticket.createdBy ? `${ticket.createdBy} · ` : ''}
            {formatInstant(ticket.openedAt)}
          </time>
        </article>
      )}
      {(ticket.hasEarlier || ticket.hasEarlierNotes) && !isLong ? (
        <Button w="fit-content" onClick={() => setLong(true)}>
          {t('open.earlier')}
        </Button>
      ) : null}
      {isLong ? <LongFeed ticket={ticket} /> : <ShortFeed ticket={ticket} />}
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
