import type { labelColors } from '../api/labels.ts';

export type LabelColor = (typeof labelColors)[number];

/** A label as whatever bears it shows it. */
export type ShownLabel = { id: number; name: string; color: LabelColor };
