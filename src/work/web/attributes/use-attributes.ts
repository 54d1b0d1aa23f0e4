import { useRead } from '../api.ts';
import type { Attribute } from './attribute.ts';

const none: Attribute[] = [];
/** Definitions change seldom, and whoever changes them refreshes what is kept. */
const staleMs = 300_000;

/** The attributes of an entity in use, in the order of cards and forms. */
export const useAttributes = (entity: string): readonly Attribute[] => {
  const { data } = useRead('GET /api/attributes', { entity }, { staleMs });
  return data?.attributes.filter(({ isArchived }) => !isArchived) ?? none;
};
