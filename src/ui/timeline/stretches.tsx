import { ChevronsUpDown } from 'lucide-react';
import { useState } from 'react';
import { dayOf, formatDay } from '../format.ts';
import { useLookup } from '../slot.tsx';
import { useTexts } from '../texts.ts';
import { Days } from './day-sections.tsx';
import { foldEveryday } from './fold.ts';
import { timelineWords, type TimelineEntry } from './words.ts';
import css from './timeline.module.css';

type Props = { entries: readonly TimelineEntry[]; isFolding: boolean };

/** Entries under their days; what happens every month folded, where that is asked for. */
export const Stretches = ({ entries, isFolding }: Props) => {
  const words = useLookup(timelineWords);
  const isEveryday = ({ type }: TimelineEntry): boolean =>
    isFolding && words[type]?.everydayKey !== undefined;
  return foldEveryday(entries, isEveryday).map(({ folded, entries: run }) => {
    const Run = folded ? FoldedRun : Days;
    return <Run key={`${run[0]?.source}-${String(run[0]?.id)}`} entries={run} />;
  });
};

/** What happens every month, as one line that says how much of it there is and opens on a press. */
const FoldedRun = ({ entries }: { entries: readonly TimelineEntry[] }) => {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const words = useLookup(timelineWords);
  const [newest, oldest] = [entries[0], entries.at(-1)];
  if (isOpen || !newest || !oldest) return <Days entries={entries} />;
  const style = dayOf(newest.at).slice(0, 4) === dayOf(oldest.at).slice(0, 4) ? 'dayMonth' : 'date';
  const days = [oldest, newest].map(({ at }) => formatDay(dayOf(at), style)).join(' – ');
  return (
    <div className={css.ofDay}>
      <div className={css.day}>{days}</div>
      <button type="button" className={css.folded} onClick={() => setOpen(true)}>
        <span className={css.icon}>
          <ChevronsUpDown size={13} aria-hidden="true" />
        </span>
        {t(words[newest.type]?.everydayKey ?? '', { count: entries.length })}
      </button>
    </div>
  );
};
