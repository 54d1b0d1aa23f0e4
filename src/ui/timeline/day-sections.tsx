import { serverNow } from '../now.ts';
import { useLookup } from '../slot.tsx';
import { useTexts } from '../texts.ts';
import { byDay, dayTitle } from './days.ts';
import { EventLine } from './event-line.tsx';
import { timelineWords, type TimelineEvent } from './words.ts';
import css from './timeline.module.css';

/** Events, newest first, each day under its title. */
export const Days = ({ events }: { events: readonly TimelineEvent[] }) => {
  const t = useTexts();
  const words = useLookup(timelineWords);
  return byDay(events).map(({ on, events: ofDay }) => {
    const title = dayTitle(on, serverNow(), t);
    return (
      <section key={on} aria-label={title}>
        <div className={css.day}>{title}</div>
        <ul className={css.events}>
          {ofDay.map((event) => (
            <EventLine key={event.id} event={event} word={words[event.type]} />
          ))}
        </ul>
      </section>
    );
  });
};
