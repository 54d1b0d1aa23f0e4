import { Circle } from 'lucide-react';
import { Link } from 'react-router';
import { formatInstant } from '../format.ts';
import { toneStyle } from '../show/badge.tsx';
import { useTexts } from '../texts.ts';
import type { TimelineEntry, TimelineWord } from './words.ts';
import css from './timeline.module.css';

/** One entry in its domain's words; a type that nobody has worded shows its name. */
export const EntryLine = (props: { entry: TimelineEntry; word: TimelineWord | undefined }) => {
  const { entry, word } = props;
  const t = useTexts();
  const Picture = word?.icon ?? Circle;
  const text = word
    ? t(word.textKey, word.values?.(entry) ?? { ...entry.facts, ...entry.details })
    : t('timeline.unworded', { type: entry.type });
  const path = word?.pathOf?.(entry);
  return (
    <li className={css.event}>
      <span className={css.icon} style={toneStyle(word?.tone ?? 'gray')}>
        <Picture size={13} aria-hidden="true" />
      </span>
      <div className={css.text}>
        {path === undefined ? text : <Link to={path}>{text}</Link>}
        {word?.Details ? <word.Details entry={entry} /> : null}
        {entry.actorName ? <div className={css.who}>{entry.actorName}</div> : null}
      </div>
      <time className={css.time} dateTime={entry.at} title={formatInstant(entry.at)}>
        {formatInstant(entry.at, 'time')}
      </time>
    </li>
  );
};
