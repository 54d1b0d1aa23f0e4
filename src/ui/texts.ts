import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import {
  currentLanguage,
  isLanguageChosen,
  keepLanguage,
  type Language,
  speakForNow,
} from './language.ts';

export type Texts = Record<string, unknown>;
/** Texts of one language by namespace: 'ui' and every domain's name. */
export type TextsByNamespace = Record<string, Texts>;
export type LoadTexts = (language: Language) => Promise<TextsByNamespace>;

let load: LoadTexts = () => Promise.resolve({});

const add = async (language: Language): Promise<void> => {
  for (const [namespace, texts] of Object.entries(await load(language))) {
    i18next.addResourceBundle(language, namespace, texts, true, true);
  }
};

/** Starts texts in the chosen language; the other language is loaded when it is asked for. */
export const startTexts = async (loader: LoadTexts): Promise<void> => {
  load = loader;
  const language = currentLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    defaultNS: 'ui',
    fallbackNS: 'ui',
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18nStore: '' },
  });
  await add(language);
  document.documentElement.lang = language;
};

const speak = async (language: Language, keep: (language: Language) => void): Promise<void> => {
  await add(language);
  keep(language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
};

/** Changes the language of the screen; this browser keeps it. */
export const changeLanguage = (language: Language): Promise<void> => speak(language, keepLanguage);

/** Speaks the language that a person has set, unless this browser was told another. */
export const followPerson = async (language: Language | null): Promise<void> => {
  if (language === null || isLanguageChosen() || language === currentLanguage()) return;
  await speak(language, speakForNow);
};

export type Translate = (key: string, values?: Record<string, unknown>) => string;

/** Texts of a namespace: `t('title')` of one's own, `t('ui:save')` of another. */
export const useTexts = (namespace = 'ui'): Translate => {
  const { t } = useTranslation(namespace);
  return useCallback((key, values) => t(key, values ?? {}), [t]);
};

/** The same outside components, in the language of the moment. */
export const textIn = (namespace: string): Translate => {
  const t = i18next.getFixedT(null, namespace);
  return (key, values) => t(key, values ?? {});
};

/** Whether a text stands behind the key, for texts that a domain may leave out. */
export const hasText = (key: string): boolean => i18next.exists(key);
