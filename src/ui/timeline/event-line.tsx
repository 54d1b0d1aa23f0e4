import { Circle } from 'lucide-react';
import { Link } from 'react-router';
import { formatInstant } from '../format.ts';
import { toneStyle } from '../show/badge.tsx';
import { useTexts } from '../texts.ts';
import type { TimelineEvent, TimelineWord } from './words.ts';
import css from './timeline.module.css';

/** One event in its domain's words; a type that nobody has worded shows its name. */
export const EventLine = (props: { event: TimelineEvent; word: TimelineWord | undefined }) => {
  const { event, word } = props;
  const t = useTexts();
  const Picture = word?.icon ?? Circle;
  const text = word
    ? t(word.textKey, word.values?.(event.facts) ?? event.facts)
    : t('timeline.unworded', { type: event.type });
  const path = word?.pathOf?.(event);
  return (
    <li className={css.event}>
      <span className={css.icon} style={toneStyle(word?.tone ?? 'gray')}>
        <Picture size={13} aria-hidden="true" />
      </span>
      <div className={css.text}>
        {path === undefined ? text : <Link to={path}>{text}</Link>}
        {event.actorName ? <div className={css.who}>{event.actorName}</div> : null}
      </div>
      <time
        className={css.time}
        dateTime={event.occurredAt}
        title={formatInstant(event.occurredAt)}
      >
        {formatInstant(event.occurredAt, 'time')}
      </time>
    </li>
  );
};
