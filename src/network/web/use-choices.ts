import { useTexts } from '../../ui/texts.ts';
import { useRead } from './client.ts';

const technologies = ['ftth', 'ethernet', 'docsis', 'dsl', 'wireless'] as const;

/** Technologies to choose from. */
export const useTechnologies = () => {
  const t = useTexts('network');
  return technologies.map((value) => ({ value, label: t(`catalog:technology.${value}`) }));
};

/** Nodes to choose from. */
export const useNodes = () =>
  (useRead('GET /api/nodes').data?.nodes ?? []).map(({ id, name }) => ({
    value: String(id),
    label: name,
  }));

/** Terms that are in use, to choose from. */
export const useTermChoices = () =>
  (useRead('GET /api/connection-terms').data?.terms ?? [])
    .filter(({ isArchived }) => !isArchived)
    .map(({ id, name }) => ({ value: String(id), label: name }));
