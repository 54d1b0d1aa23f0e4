import { useEffect, useRef, useState } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import type { Answer } from '../../kinds.ts';
import { type Review, useWrite } from '../client.ts';

/**
 * Answers as they are given: seen at once, sent one after the other, so that quick keys are neither
 * lost nor in one another's way.
 */
export const useAnswers = (review: Review) => {
  const { id, answers, version } = review;
  const write = useWrite('PUT /api/quality-reviews/{id}/answers/{item}', [
    '/api/quality-reviews/{id}',
  ]);
  const [given, setGiven] = useState<ReadonlyMap<string, Answer>>(new Map());
  const line = useRef(Promise.resolve());
  const seen = useRef(version);
  useEffect(() => {
    seen.current = Math.max(seen.current, version);
  }, [version]);
  const all = new Map([...answers.map(({ item, answer }) => [item, answer] as const), ...given]);
  const answer = (item: string, next: Answer, reason = ''): Promise<void> => {
    setGiven((before) => new Map(before).set(item, next));
    line.current = line.current.then(async () => {
      try {
        const input = { id, version: seen.current, item, answer: next, reason };
        seen.current = (await write.mutateAsync(input)).version;
      } catch (failure) {
        notifyProblem(failure);
        setGiven((before) => new Map([...before].filter(([key]) => key !== item)));
      }
    });
    return line.current;
  };
  return { all, answer, versionNow: () => line.current.then(() => seen.current) };
};
