import type { StoredPaper } from '../content.ts';
import { paperWords } from '../words/paper-words.ts';

/** Under what name a paper is saved: `Счёт 26-000017.pdf`. */
export const fileName = (paper: StoredPaper, format: string): string =>
  `${paperWords[paper.language].files[paper.kind]} ${paper.number}.${format}`;
