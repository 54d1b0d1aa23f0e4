import { serverNow } from '../now.ts';
import { useLookup } from '../slot.tsx';
import { useTexts } from '../texts.ts';
import { byDay, dayTitle } from './days.ts';
import { EntryLine } from './entry-line.tsx';
import { timelineWords, type TimelineEntry } from './words.ts';
import css from './timeline.module.css';

/** Entries, newest first, each day under its title. */
export const Days = ({ entries }: { entries: readonly TimelineEntry[] }) => {
  const t = useTexts();
  const words = useLookup(timelineWords);
  return byDay(entries).map(({ on, entries: ofDay }) => {
    const title = dayTitle(on, serverNow(), t);
    return (
      <section key={on} className={css.ofDay} aria-label={title}>
        <div className={css.day}>{title}</div>
        <ul className={css.events}>
          {ofDay.map((entry) => (
            <EntryLine
              key={`${entry.source}-${String(entry.id)}`}
              entry={entry}
              word={words[entry.type]}
            />
          ))}
        </ul>
      </section>
    );
  });
};
