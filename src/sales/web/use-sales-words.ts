import { type Pipeline, useRead } from './client.ts';

type Choice = { value: string; label: string };
type Word = { id: number; name: string; isArchived: boolean };

const choices = (words: readonly Word[]): Choice[] =>
  words
    .filter(({ isArchived }) => !isArchived)
    .map(({ id, name }) => ({ value: String(id), label: name }));

/** Pipelines with their stages, and what sources and reasons there are to choose from. */
export const useSalesWords = (): {
  pipelines: readonly Pipeline[];
  sources: Choice[];
  lostReasons: Choice[];
} => {
  const { data } = useRead('GET /api/pipelines', {}, { staleMs: 60_000 });
  return {
    pipelines: (data?.pipelines ?? [])
      .filter(({ isArchived }) => !isArchived)
      .map((one) => ({ ...one, stages: one.stages.filter(({ isArchived }) => !isArchived) })),
    sources: choices(data?.sources ?? []),
    lostReasons: choices(data?.lostReasons ?? []),
  };
};
