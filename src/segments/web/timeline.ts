import { Split } from 'lucide-react';
import type { TimelineWord } from '../../ui/timeline/words.ts';

const move = (name: string): TimelineWord => ({
  icon: Split,
  kind: 'segments',
  textKey: `segments:timeline.${name}`,
  pathOf: ({ subjectId }) => `/segments/${subjectId}`,
  values: ({ facts }) => ({ name: (facts as { name?: string }).name ?? '' }),
});

/** How a person's coming into a group and going out of it are told. */
export const words: Record<string, TimelineWord> = {
  'segments.entered': move('entered'),
  'segments.left': move('left'),
};
