import type { Language } from '../../kernel/context.ts';

type Words = Record<Language, string>;
type Point = { key: string; title: Words; hint: Words };
export type Section = { title: Words; points: readonly Point[] };

export const point = (key: string, title: Words, hint: Words): Point => ({ key, title, hint });
