import type { Language } from '../../kernel/context.ts';
import type { PublicCheck } from '../../network/api.ts';
import { escapeHtml as h, type FormTexts } from '../form/texts.ts';
import { lineItem, tariffItem } from './items.ts';

export type CheckPage = {
  language: Language;
  theme: 'light' | 'dark' | 'auto';
  operator: string;
  /** What was typed. */
  text: string;
  metres: number | null;
  /** Null while nothing is asked. */
  checked: PublicCheck | null;
};

const MOST_TARIFFS = 6;

/** The question and, once an address is given, the answer. */
export function checkPage(page: CheckPage, t: FormTexts): string {
  const { language, theme, operator, text, checked } = page;
  const hint = h(t('check.hint'));
  return `<!doctype html>
<html lang="${language}" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${h(t('check.title'))} · ${h(operator)}</title>
<link rel="stylesheet" href="/form/form.css">
<link rel="stylesheet" href="/check/check.css">
<script src="/check/check.js" defer></script>
</head>
<body>
<main class="card">
<p class="operator">${h(operator)}</p>
<form method="get" action="/check" role="search">
<h1>${h(t('check.title'))}</h1>
<p class="promise">${h(t('check.text'))}</p>
<input type="hidden" name="lang" value="${language}">
<input type="hidden" name="theme" value="${theme}">
<label class="field"><span>${h(t('check.address'))}</span>
<input name="text" type="text" autocomplete="off" maxlength="300" required placeholder="${hint}"
 value="${h(checked?.buildingId ? checked.text : text)}"></label>
<ul class="found" id="found" aria-label="${h(t('check.found'))}" hidden></ul>
${metresField(page, t)}
<button type="submit">${h(t('check.ask'))}</button>
</form>
${checked ? answer(checked, page, t) : ''}
</main>
</body>
</html>
`;
}

function metresField({ checked, metres }: CheckPage, t: FormTexts): string {
  const isByMetre = checked?.isPrivateSector === true && checked.lines.length > 0;
  if (!isByMetre) return '';
  return `<label class="field"><span>${h(t('check.metres'))} <i>${h(t('form.optional'))}</i></span>
<input name="metres" type="text" inputmode="numeric" pattern="[0-9]*" maxlength="6"
 value="${metres ?? ''}"></label>`;
}

function answer(checked: PublicCheck, page: CheckPage, t: FormTexts): string {
  const { verdict, lines, tariffs, plannedOn, text } = checked;
  const { language, theme } = page;
  const day =
    plannedOn === null
      ? ''
      : new Intl.DateTimeFormat(language, {
          day: 'numeric',
          month: 'long',
          year: 'numeric',
        }).format(new Date(`${plannedOn}T12:00:00Z`));
  const query = new URLSearchParams({ lang: language, theme, topic: 'connect', address: text });
  const leave = verdict === 'available' ? t('check.connect') : t('check.leave');
  const shown = tariffs.slice(0, MOST_TARIFFS);
  return `<section class="answer" role="status">
<h2>${h(t(`check.verdicts.${verdict}`, { day }))}</h2>
<p class="promise">${h(text)}</p>
${lines.length === 0 ? '' : `<ul>${lines.map((one) => lineItem(one, language, t)).join('')}</ul>`}
${shown.length === 0 ? '' : `<h3>${h(t('check.tariffs'))}</h3>`}
${shown.length === 0 ? '' : `<ul>${shown.map((one) => tariffItem(one, language, t)).join('')}</ul>`}
<p class="promise">${h(t(`check.next.${verdict}`))}</p>
<a class="leave" href="/form?${h(query.toString())}">${h(leave)}</a>
</section>`;
}
