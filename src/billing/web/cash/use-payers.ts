import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { call, useRead, type Payer } from '../client.ts';

const SHORT_PAUSE_MS = 200;

/** Whom the words that are typed mean, and which of them is marked. */
export const usePayers = () => {
  const [typed, setTyped] = useState('');
  const [markedAt, setMarkedAt] = useState(0);
  const asked = typed.trim();
  const [q] = useDebouncedValue(asked, SHORT_PAUSE_MS);
  const read = useRead('GET /api/cash/payers', { q }, { isEnabled: q !== '', isKept: true });
  const payers = asked === '' ? [] : (read.data?.payers ?? []);
  const isFound = asked !== '' && asked === q && read.data !== undefined && !read.isPlaceholderData;
  return {
    typed,
    type: (text: string): void => {
      setTyped(text);
      setMarkedAt(0);
    },
    payers,
    markedAt,
    mark: (at: number): void => setMarkedAt(Math.max(0, Math.min(payers.length - 1, at))),
    /** Those shown are of what is typed, and not of the letters before. */
    isFound,
    /** The marked one; before there is an answer the only one, as where a scanner has typed. */
    find: async (): Promise<Payer | undefined> => {
      if (asked === '') return undefined;
      if (isFound) return payers[markedAt];
      const answer = await call('GET /api/cash/payers', { q: asked }, { isRepeatable: true });
      return answer.payers.length === 1 ? answer.payers[0] : undefined;
    },
  };
};
