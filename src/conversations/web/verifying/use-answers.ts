import { useState } from 'react';
import { useWrite } from '../api.ts';

/** What is read again once somebody was verified: also the card, which may have been hidden. */
const paths = ['/api/conversations', '/api/subscribers', '/api/calls'];

/** Compares what was said; `wrong` is how many tries are left after one that was not the same. */
export const useAnswers = (id: number) => {
  const [wrong, setWrong] = useState<number | null>(null);
  const word = useWrite('POST /api/conversations/{id}/verification/code-word', paths);
  const check = useWrite('POST /api/conversations/{id}/verification/codes/check', paths);
  const pass = useWrite('POST /api/conversations/{id}/verification/let-through', paths);
  const take = (told: { isVerified: boolean; triesLeft: number }): void =>
    setWrong(told.isVerified ? null : told.triesLeft);
  return {
    wrong,
    compareWord: async (said: string) => take(await word.mutateAsync({ id, word: said })),
    compareCode: async (said: string) => take(await check.mutateAsync({ id, code: said })),
    letThrough: (reason: string) => pass.mutateAsync({ id, reason }),
  };
};
