import { useEffect, useState } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { call, type Opened } from '../api.ts';

type Page = Pick<Opened, 'messages' | 'attempts' | 'calls' | 'history' | 'earlierBefore'>;
type Kept = { id: number; before: string; page: Page };

const joined = <T extends { id: number }>(earlier: readonly T[], later: readonly T[]): T[] => [
  ...new Map([...earlier, ...later].map((one) => [one.id, one])).values(),
];

const joinPages = (earlier: Page, later: Page): Page => ({
  messages: joined(earlier.messages, later.messages),
  attempts: joined(earlier.attempts, later.attempts),
  calls: joined(earlier.calls, later.calls),
  history: joined(earlier.history, later.history),
  earlierBefore: earlier.earlierBefore,
});

/**
 * A long conversation comes from its newest end: what was before is fetched when it is asked for.
 * What comes meanwhile moves the end of what the server shows, and the gap is fetched too.
 */
export const useEarlier = (conversation: Opened) => {
  const { id, earlierBefore } = conversation;
  const [all, setAll] = useState<Kept | null>(null);
  const kept = all?.id === id ? all : null;
  const shown = kept ? joinPages(kept.page, conversation) : conversation;

  const fetchBefore = async (before: string, later: Page | null): Promise<void> => {
    const page = await call('GET /api/conversations/{id}/earlier', { id, before });
    const first = earlierBefore ?? before;
    setAll({ id, before: first, page: later ? joinPages(page, later) : page });
  };
  useEffect(() => {
    if (!kept || earlierBefore === null || kept.before === earlierBefore) return;
    const { page } = kept;
    void call('GET /api/conversations/{id}/earlier', { id, before: earlierBefore }).then((gap) => {
      const whole = { ...joinPages(page, gap), earlierBefore: page.earlierBefore };
      setAll({ id, before: earlierBefore, page: whole });
    }, notifyProblem);
  }, [kept, id, earlierBefore]);

  const next = shown.earlierBefore;
  const more = next === null ? null : () => fetchBefore(next, kept?.page ?? null);
  return { shown: { ...conversation, ...shown }, more };
};
