/** In the order in which they are offered. */
export const labelColors = [
  'gray',
  'teal',
  'blue',
  'green',
  'amber',
  'red',
  'violet',
  'rose',
] as const;

export type LabelColor = (typeof labelColors)[number];
