const languages = ['ru', 'en'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'bereg.language';
const isLanguage = (value: unknown): value is Language => languages.some((one) => one === value);

let chosen: Language | undefined;

/** Russian unless this browser has chosen otherwise. */
export const currentLanguage = (): Language => {
  if (chosen === undefined) {
    const stored = globalThis.localStorage?.getItem(storageKey);
    chosen = isLanguage(stored) ? stored : 'ru';
  }
  return chosen;
};

/** Whether somebody has chosen a language in this browser. */
export const isLanguageChosen = (): boolean =>
  isLanguage(globalThis.localStorage?.getItem(storageKey));

/** Until the page is left. */
export const speakForNow = (language: Language): void => {
  chosen = language;
};

export const keepLanguage = (language: Language): void => {
  chosen = language;
  globalThis.localStorage?.setItem(storageKey, language);
};
