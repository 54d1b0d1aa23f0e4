import { useTexts } from '../../../ui/texts.ts';
import { MissedBox as Missed, MissedWords } from '../../../work/web/index.tsx';
import type { Ticket } from '../client.ts';
import { PastLine } from './past-line.tsx';

type Props = { ticket: Ticket; missed: Ticket['history']; onGoOn: () => void };

/** What others have done while somebody was writing. */
export const MissedBox = ({ ticket, missed, onGoOn }: Props) => {
  const t = useTexts('tickets');
  return (
    <Missed title={t('notes.stale', { count: missed.length })} onGoOn={onGoOn}>
      {missed.map((past) => {
        const note = ticket.notes.find(({ id }) => id === past.facts['noteId']);
        return note ? (
          <MissedWords
            key={past.id}
            who={note.author ?? t('open.system')}
            at={note.at}
            text={note.text}
          />
        ) : (
          <li key={past.id}>
            <PastLine past={past} names={ticket.names} />
          </li>
        );
      })}
    </Missed>
  );
};
