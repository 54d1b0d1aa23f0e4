import { useEffect, useRef, useState } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import type { Answer } from '../../kinds.ts';
import { type Review, useRead, useWrite } from '../client.ts';

/**
 * Answers as they are given: seen at once, sent one after the other, so that quick keys are neither
 * lost nor in one another's way.
 */
export const useAnswers = (review: Review) => {
  const { id, answers, version } = review;
  const { refetch } = useRead('GET /api/quality-reviews/{id}', { id });
  const write = useWrite('PUT /api/quality-reviews/{id}/answers/{item}', [
    '/api/quality-reviews/{id}',
  ]);
  const [given, setGiven] = useState<ReadonlyMap<string, Answer>>(new Map());
  const line = useRef(Promise.resolve());
  const seen = useRef(version);
  useEffect(() => {
    seen.current = Math.max(seen.current, version);
  }, [version]);
  /** Where a write was refused, what stands now is read, so that the next is not as well. */
  const renew = async (): Promise<void> => {
    const { data } = await refetch();
    seen.current = Math.max(seen.current, data?.version ?? 0);
  };
  const all = new Map([...answers.map(({ item, answer }) => [item, answer] as const), ...given]);
  const answer = (item: string, next: Answer, reason = ''): Promise<void> => {
    setGiven((before) => new Map(before).set(item, next));
    line.current = line.current.then(async () => {
      try {
        const input = { id, version: seen.current, item, answer: next, reason };
        seen.current = (await write.mutateAsync(input)).version;
      } catch (failure) {
        notifyProblem(failure);
        await renew();
        setGiven((before) => new Map([...before].filter(([key]) => key !== item)));
      }
    });
    return line.current;
  };
  return { all, answer, renew, versionNow: () => line.current.then(() => seen.current) };
};
