import { useRead } from '../api.ts';

/** Skills in use, for choosing one of them. */
export const useSkills = (): { id: number; name: string }[] =>
  (useRead('GET /api/skills').data?.skills ?? []).filter(({ isArchived }) => !isArchived);
