import { useRead } from '../client.ts';

/** The reasons in use, as choices of a field. */
export const useReasons = (): { value: string; label: string }[] => {
  const { data } = useRead('GET /api/correction-reasons');
  return (data?.reasons ?? [])
    .filter(({ isArchived }) => !isArchived)
    .map(({ id, name }) => ({ value: String(id), label: name }));
};
