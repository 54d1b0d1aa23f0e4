import type { Ctx } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import type { PersonalDataSection } from './collect-personal-data.ts';
import { columnName, type Wording, wordedValue } from './worded-value.ts';

export type HeldPersonalData = {
  operator: string;
  subscriberId: number;
  exportedAt: Date;
  sections: readonly PersonalDataSection[];
};

const style = `
  body { font: 14px/1.5 system-ui, sans-serif; max-width: 1000px; margin: 0 auto;
    padding: 24px; color: #1a2028 }
  h1 { font-size: 20px } h2 { font-size: 16px; margin: 32px 0 8px }
  table { border-collapse: collapse; width: 100% } th { text-align: left; color: #667 }
  th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid #8883; vertical-align: top }`;

/**
 * One page that a person can read and keep: every section as a table in plain words, and at its end
 * the same as JSON for programs. It needs nothing from elsewhere.
 * @param attributeLabels what the operator calls its own attributes, by key
 */
export function personalDataPage(
  held: HeldPersonalData,
  { language, operator }: Pick<Ctx, 'language' | 'operator'>,
  attributeLabels: ReadonlyMap<string, string>,
): string {
  const texts = textsIn(language);
  const wording = { texts, language, timeZone: operator.timeZone, attributeLabels };
  const sections = held.sections.map((section) => sectionTable(wording, section));
  const title = escaped(texts.t('subscribers:personalData.title', { operator: held.operator }));
  const made = held.exportedAt.toLocaleString(language, { timeZone: operator.timeZone });
  const json = JSON.stringify(forPrograms(held)).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width"><style>${style}</style>
<h1>${title}</h1><p>№ ${held.subscriberId} · ${escaped(made)}</p>${sections.join('')}
<script type="application/json">${json}</script></html>`;
}

/** The same without what only words it. */
export function forPrograms({ sections, ...held }: HeldPersonalData): object {
  const plain = sections.map(({ domain, section, rows }) => ({ domain, section, rows }));
  return { ...held, sections: plain };
}

function sectionTable(wording: Wording, { domain, section, choices, rows }: PersonalDataSection) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const head = columns.map((name) => `<th>${escaped(columnName(wording, domain, name))}</th>`);
  const body = rows.map((row) => {
    const cells = columns.map((column) =>
      escaped(wordedValue(wording, row[column], { domain, column, choices, row })),
    );
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  const title = escaped(
    wording.texts.t(`${domain}:personalData.sections.${section}`, { defaultValue: section }),
  );
  return `<h2>${title}</h2><table><tr>${head.join('')}</tr>${body.join('')}</table>`;
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
