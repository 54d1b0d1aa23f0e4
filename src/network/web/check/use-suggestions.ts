import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useRead, type Suggestion } from '../client.ts';

const SHORT_PAUSE_MS = 120;

/** What the address typed so far may mean, and which of it is marked. */
export const useSuggestions = (initial: string) => {
  const [typed, setTyped] = useState(initial);
  const [isOpen, setOpen] = useState(false);
  const [markedAt, setMarkedAt] = useState(0);
  const asked = typed.trim();
  const [text] = useDebouncedValue(asked, SHORT_PAUSE_MS);
  const read = useRead(
    'GET /api/address-check/suggestions',
    { text },
    { isEnabled: isOpen && text.length > 1, isKept: true },
  );
  const rows: readonly Suggestion[] = isOpen && asked.length > 1 ? (read.data?.rows ?? []) : [];
  return {
    typed,
    rows,
    markedAt,
    /** Those shown are of what is typed, and not of the letters before. */
    isFound: asked === text && read.data !== undefined && !read.isPlaceholderData,
    type: (next: string): void => {
      setTyped(next);
      setMarkedAt(0);
      setOpen(true);
    },
    show: (next: string): void => {
      setTyped(next);
      setOpen(false);
    },
    close: (): void => setOpen(false),
    mark: (at: number): void => setMarkedAt(Math.max(0, Math.min(rows.length - 1, at))),
  };
};
