import { useTexts } from '../../../ui/texts.ts';
import type { Suggestion } from '../client.ts';
import css from './check.module.css';

type Props = {
  id: string;
  rows: readonly Suggestion[];
  markedAt: number;
  onMark: (at: number) => void;
  onPick: (row: Suggestion) => void;
};

/** What the address typed so far may mean; the field hears the keys that go through it. */
export const SuggestionList = ({ id, rows, markedAt, onMark, onPick }: Props) => {
  const t = useTexts('network');
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('check.found')}
      className={css.found}
      hidden={rows.length === 0}
    >
      {rows.map((row, at) => (
        <button
          key={`${row.streetId} ${row.buildingId ?? ''}`}
          type="button"
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === markedAt}
          className={css.row}
          onMouseMove={() => onMark(at)}
          // The field keeps the focus, or its leaving would close the list before the click.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(row)}
        >
          <span>{row.text}</span>
          <span className="dim">
            {row.formerName === null ? '' : t('check.former', { name: row.formerName })}
            {row.buildingId === null ? t('check.street') : ''}
          </span>
        </button>
      ))}
    </div>
  );
};
