import { randomId } from './random-id.ts';

type Word = { says: 'have' | 'free' | 'ask'; id: string; isSeen: boolean; saidAtMs: number };

const PLACE = 'bereg.live';

type Hears = {
  /** Another tab has a stream, and this one can do without its own. */
  onSpare: () => void;
  /** A tab that had a stream has closed it. */
  onFree: () => void;
  /** A tab wants to know who has one. */
  onAsked: () => void;
};

/**
 * A browser opens six lines at most to one address over HTTP/1.1, however many tabs there are, and
 * a stream takes one for good: with a stream in each, the seventh tab would load nothing. So tabs
 * tell each other who has one. A tab in sight keeps its own; of hidden ones one at most does.
 */
export const joinTabs = ({ onSpare, onFree, onAsked }: Hears) => {
  const id = randomId();
  let servedAtMs = -Infinity;
  const say = (says: Word['says']): void => {
    // The other tabs hear of what is written, and of the same words only when they are new.
    const word: Word = { says, id, isSeen: !document.hidden, saidAtMs: Date.now() };
    localStorage.setItem(PLACE, JSON.stringify(word));
  };
  const hear = ({ key, newValue }: StorageEvent): void => {
    if (key !== PLACE || newValue === null) return;
    const word = JSON.parse(newValue) as Word;
    if (word.says === 'ask') return onAsked();
    servedAtMs = word.says === 'have' ? Date.now() : -Infinity;
    if (word.says === 'free') return onFree();
    if (document.hidden && (word.isSeen || word.id < id)) onSpare();
  };
  globalThis.addEventListener('storage', hear);
  return {
    say,
    /** Whether another tab has said of its stream within so long. */
    isServed: (withinMs: number) => Date.now() - servedAtMs < withinMs,
    close: () => globalThis.removeEventListener('storage', hear),
  };
};
