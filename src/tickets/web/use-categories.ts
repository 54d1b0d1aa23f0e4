import { useRead, type Category } from './client.ts';

const none: Category[] = [];
const staleMs = 300_000;

/** Categories in use, in the order of forms. */
export const useCategories = (): readonly Category[] => {
  const { data } = useRead('GET /api/ticket-categories', {}, { staleMs });
  return data?.categories.filter(({ isArchived }) => !isArchived) ?? none;
};
