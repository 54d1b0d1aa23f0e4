import type { Language } from '../../kernel/context.ts';

const part = { ru: 'часть', en: 'part' } as const;
const of = { ru: 'из', en: 'of' } as const;
const back = { ru: 'Возврат', en: 'Given back' } as const;

/** How a part of a connection reads on a statement. */
export const partWords = (
  language: Language,
  name: string,
  { number, of: parts }: { number: number; of: number },
): string => (parts === 1 ? name : `${name}, ${part[language]} ${number} ${of[language]} ${parts}`);

/** How it reads when it comes back. */
export const backWords = (language: Language, words: string): string =>
  `${back[language]}: ${words}`;
