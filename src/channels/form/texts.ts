import type { i18n } from 'i18next';

/** What the page can say: the domain’s texts by their keys, in the page's language. */
export type FormTexts = (key: string, values?: Record<string, string | number>) => string;

export const formTexts =
  (texts: i18n): FormTexts =>
  (key, values = {}) =>
    texts.t(`channels:${key}`, values);

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that may stand in HTML, between tags and in quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => escapes[char] ?? char);
