import type { Language } from '../../kernel/context.ts';
import { topics } from '../api.ts';
import { escapeHtml as h, type FormTexts } from './texts.ts';

export type FormPage = {
  language: Language;
  theme: 'light' | 'dark' | 'auto';
  operator: string;
  /** When somebody will call, in words. */
  promise: string;
  key: string;
  shownAt: string;
  values: Record<string, string>;
  /** Field → what is wrong with it; the empty name stands for the whole form. */
  wrong: Record<string, string>;
  /** Set when the request was taken: its number, or null while it has none. */
  done: { number: number | null } | null;
};

/** The form, or after it was sent the thanks; works without a script and better with one. */
export function formPage(page: FormPage, t: FormTexts): string {
  const { language, theme, done } = page;
  return `<!doctype html>
<html lang="${language}" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${h(t('form.title'))} · ${h(page.operator)}</title>
<link rel="stylesheet" href="/form/form.css">
<script src="/form/form.js" defer></script>
</head>
<body>
<main class="card">
<p class="operator">${h(page.operator)}</p>
${done ? '' : form(page, t)}
${thanks(page, t)}
</main>
</body>
</html>
`;
}

function form(page: FormPage, t: FormTexts): string {
  const { values, wrong, theme, language } = page;
  const whole = wrong[''] ?? '';
  const hint = h(t('form.wantedHint'));
  return `<form method="post" action="/form?lang=${language}&amp;theme=${theme}" novalidate
 data-sending="${h(t('form.sending'))}" data-offline="${h(t('form.offline'))}">
<h1>${h(t('form.title'))}</h1>
<p class="promise">${h(page.promise)}</p>
<p class="wrong whole" id="wrong" role="alert"${whole ? '' : ' hidden'}>${h(whole)}</p>
${topicChoice(values['topic'] ?? 'connect', t)}
${line('name', 'text', 'name', page, t)}
${line('phone', 'tel', 'tel', page, t)}
${line('address', 'text', 'street-address', page, t)}
<label class="field"><span>${h(t('form.wanted'))}</span>
<textarea name="wanted" rows="3" maxlength="4000" placeholder="${hint}">${h(
    values['wanted'] ?? '',
  )}</textarea></label>
<label class="hidden-field" aria-hidden="true">${h(t('form.website'))}
<input name="website" type="text" tabindex="-1" autocomplete="off"></label>
<input type="hidden" name="key" value="${h(page.key)}">
<input type="hidden" name="shownAt" value="${h(page.shownAt)}">
<input type="hidden" name="page" value="${h(values['page'] ?? '')}">
${consent(page, t)}
<button type="submit">${h(t('form.send'))}</button>
</form>`;
}

function topicChoice(chosen: string, t: FormTexts): string {
  const pills = topics.map(
    (topic) =>
      `<label class="pill"><input type="radio" name="topic" value="${topic}"${
        topic === chosen ? ' checked' : ''
      }><span>${h(t(`form.topics.${topic}`))}</span></label>`,
  );
  const legend = `<legend>${h(t('form.topic'))}</legend>`;
  return `<fieldset class="pills">${legend}${pills.join('')}</fieldset>`;
}

function line(
  name: 'name' | 'phone' | 'address',
  type: string,
  autocomplete: string,
  { values, wrong }: FormPage,
  t: FormTexts,
): string {
  const limits = { name: 200, phone: 40, address: 300 };
  const error = wrong[name] ?? '';
  const isNeeded = name === 'phone';
  const mark = isNeeded ? '' : ` <i>${h(t('form.optional'))}</i>`;
  const hint = h(t(`form.${name}Hint`));
  return `<label class="field"><span>${h(t(`form.${name}`))}${mark}</span>
<input name="${name}" type="${type}" autocomplete="${autocomplete}" maxlength="${limits[name]}"
 value="${h(values[name] ?? '')}" placeholder="${hint}"${isNeeded ? ' required' : ''}${
   error ? ' aria-invalid="true"' : ''
 } aria-describedby="wrong-${name}"></label>
<p class="wrong" id="wrong-${name}"${error ? '' : ' hidden'}>${h(error)}</p>`;
}

function consent({ values, wrong, operator }: FormPage, t: FormTexts): string {
  const error = wrong['consent'] ?? '';
  return `<label class="tick"><input type="checkbox" name="consent" required${
    values['consent'] ? ' checked' : ''
  } aria-describedby="wrong-consent"><span>${h(t('form.consent', { operator }))}</span></label>
<p class="wrong" id="wrong-consent"${error ? '' : ' hidden'}>${h(error)}</p>`;
}

function thanks({ done, promise, language, theme }: FormPage, t: FormTexts): string {
  const number = done?.number ?? '';
  return `<section class="thanks" role="status" tabindex="-1"${done ? '' : ' hidden'}>
<svg viewBox="0 0 48 48" width="56" height="56" aria-hidden="true">
<circle cx="24" cy="24" r="22"/><path d="m15 24.5 6.2 6.2L33.5 18"/></svg>
<h1>${h(t('form.thanks'))}</h1>
<p class="number" id="number"${number === '' ? ' hidden' : ''}>${h(t('form.number'))} ${number}</p>
<p class="promise">${h(promise)}</p>
<a class="again" href="/form?lang=${language}&amp;theme=${theme}">${h(t('form.again'))}</a>
</section>`;
}
