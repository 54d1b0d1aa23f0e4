import { randomId } from '../../../ui/random-id.ts';
import type { Checklist } from '../client.ts';

type Section = Checklist['sections'][number];
export type SectionValues = Section & { id: string };

/** Points of a version made here are told from those of others by more than their order. */
const newKey = (): string => `p-${randomId().slice(0, 13)}`;

export const emptyPoint = () => ({ key: newKey(), title: '', hint: '' });

export const emptySection = (): SectionValues => ({
  id: newKey(),
  title: '',
  points: [emptyPoint()],
});

export const sectionsOf = (checklist: Checklist | null): SectionValues[] =>
  checklist?.sections.map((section) => ({ ...section, id: newKey() })) ?? [emptySection()];

export const keptSections = (sections: readonly SectionValues[]): Section[] =>
  sections.map(({ title, points }) => ({ title, points }));
