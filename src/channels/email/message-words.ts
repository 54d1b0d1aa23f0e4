import { htmlText } from './html/html-text.ts';
import { sanitiseHtml } from './html/sanitise-html.ts';
import type { Words } from './message-parts.ts';

/** All the words of a message as text, and as HTML if any of them came so. */
export type MessageWords = { text: string; html: string | null };

// Blanks that nobody sees.
const unseen = /[\u200b\u2060\ufeff]/g;

/**
 * Joins the texts of a message in their order. The plain form is what is read where a text has one;
 * its HTML is cleaned for showing, and is read where there is no other.
 */
export function joinWords(words: readonly Words[]): MessageWords {
  const texts: string[] = [];
  const htmls: string[] = [];
  for (const { plain, html } of words) {
    const clean = html === null ? null : sanitiseHtml(html);
    const text = plain ?? htmlText(clean ?? '');
    texts.push(text.replaceAll(unseen, '').replaceAll('\u00a0', ' '));
    htmls.push(clean ?? asHtml(plain ?? ''));
  }
  const isHtml = words.some(({ html }) => html !== null);
  const isSaid = (text: string) => text.trim() !== '';
  return {
    text: texts.filter(isSaid).join('\n\n'),
    html: isHtml ? htmls.filter(isSaid).join('<br />\n') : null,
  };
}

function asHtml(plain: string): string {
  const escaped = plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<div>${escaped.replaceAll('"', '&quot;').replaceAll('\n', '<br />\n')}</div>`;
}
