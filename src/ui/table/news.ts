import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLive } from '../live.ts';

/** Every read of a list is on record and costs the server, so news is gathered for a while. */
const gatherMs = 4_000;
/** A list that has been read on further is not read again under the reader's eyes. */
const fewPages = 2;

const isOf = (entity: string) => (query: { queryKey: readonly unknown[] }) =>
  String(query.queryKey[0]).split(' ')[1]?.startsWith(`/api/${entity}/`) ?? false;

/**
 * Keeps a list up to date while events of the types arrive: a short one by itself, a long one by a
 * button, which `hasNews` asks for and `refresh` serves, for it begins again at the top.
 */
export const useListNews = (entity: string, types: readonly string[], pageCount: number) => {
  const queries = useQueryClient();
  const [hasNews, setNews] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pages = useRef(pageCount);
  useEffect(() => {
    pages.current = pageCount;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive(types, () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      if (pages.current > fewPages) setNews(true);
      else void queries.invalidateQueries({ predicate: isOf(entity) });
    }, gatherMs);
  });
  const refresh = (): void => {
    setNews(false);
    void queries.resetQueries({ predicate: isOf(entity) });
  };
  return { hasNews, refresh };
};
