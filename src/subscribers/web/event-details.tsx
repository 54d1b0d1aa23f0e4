import type { TimelineEntry } from '../../ui/timeline/words.ts';
import css from './card.module.css';
import { useFieldWords } from './field-words.ts';

type Given = { entry: TimelineEntry };

/** The words of a note or a need, as they were said. */
export const Said = ({ entry }: Given) => {
  const { text, before, reason } = entry.details ?? {};
  if (typeof text !== 'string') return null;
  return (
    <div className={css.said}>
      {text}
      {typeof before === 'string' ? <div className={css.former}>{before}</div> : null}
      {typeof reason === 'string' && reason !== '' ? <div className="dim">{reason}</div> : null}
    </div>
  );
};

/** The one value that an event is about: a phone, a name, an address. */
export const Value = ({ entry }: Given) => {
  const { shown } = useFieldWords();
  const { value, name, text } = entry.details ?? {};
  const told = value ?? name ?? text;
  return told === undefined ? null : <div className={css.value}>{shown('value', told)}</div>;
};

/** What changed into what, field by field. */
export const Changed = ({ entry }: Given) => {
  const { label, shown } = useFieldWords();
  const before = (entry.details?.['before'] ?? {}) as Record<string, unknown>;
  const after = (entry.details?.['after'] ?? {}) as Record<string, unknown>;
  const fields = Object.keys(after).filter((field) => before[field] !== after[field]);
  if (fields.length === 0) return null;
  return (
    <ul className={css.changes}>
      {fields.map((field) => (
        <li key={field}>
          <span className="dim">{label(field)}: </span>
          <span className={css.former}>{shown(field, before[field])}</span>
          <span aria-hidden="true"> → </span>
          {shown(field, after[field])}
        </li>
      ))}
    </ul>
  );
};
