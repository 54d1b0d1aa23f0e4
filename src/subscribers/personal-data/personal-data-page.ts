import type { Ctx } from '../../kernel/context.ts';
import { loadTexts } from '../../kernel/i18n/texts.ts';
import { domains } from '../../map.ts';
import type { PersonalDataSection } from './collect-personal-data.ts';

export type HeldPersonalData = {
  operator: string;
  subscriberId: number;
  exportedAt: Date;
  sections: readonly PersonalDataSection[];
};

let texts: ReturnType<typeof loadTexts> | undefined;

const style = `
  body { font: 14px/1.5 system-ui, sans-serif; max-width: 1000px; margin: 0 auto;
    padding: 24px; color: #1a2028 }
  h1 { font-size: 20px } h2 { font-size: 16px; margin: 32px 0 8px }
  table { border-collapse: collapse; width: 100% } th { text-align: left; color: #667 }
  th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid #8883; vertical-align: top }`;

/**
 * One page that a person can read and keep: every section as a table, and at its end the same as
 * JSON for programs. It needs nothing from elsewhere.
 */
export function personalDataPage(
  held: HeldPersonalData,
  ctx: Pick<Ctx, 'language' | 'operator'>,
): string {
  texts ??= loadTexts(domains);
  const { t } = texts[ctx.language];
  const sections = held.sections.map(({ domain, section, rows }) => {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const head = columns.map((name) => {
      const defaultValue = t(`personalData.columns.${name}`, {
        ns: 'subscribers',
        defaultValue: name,
      });
      return `<th>${escaped(t(`personalData.columns.${name}`, { ns: domain, defaultValue }))}</th>`;
    });
    const body = rows.map((row) => {
      const cells = columns.map((name) => `<td>${escaped(shown(row[name], ctx))}</td>`);
      return `<tr>${cells.join('')}</tr>`;
    });
    const title = escaped(
      t(`personalData.sections.${section}`, { ns: domain, defaultValue: section }),
    );
    return `<h2>${title}</h2><table><tr>${head.join('')}</tr>${body.join('')}</table>`;
  });
  const title = escaped(t('subscribers:personalData.title', { operator: held.operator }));
  const made = escaped(shown(held.exportedAt, ctx));
  return `<!doctype html><html lang="${ctx.language}"><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width"><style>${style}</style>
<h1>${title}</h1><p>№ ${held.subscriberId} · ${made}</p>${sections.join('')}
<script type="application/json">${JSON.stringify(held).replaceAll('<', '\\u003c')}</script></html>`;
}

function shown(value: unknown, { language, operator }: Pick<Ctx, 'language' | 'operator'>): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    return value.toLocaleString(language, { timeZone: operator.timeZone });
  }
  if (typeof value === 'object') {
    const pairs = Object.entries(value).filter(([, inner]) => inner !== null && inner !== '');
    return pairs.map(([key, inner]) => `${key}: ${inline(inner)}`).join('; ');
  }
  return inline(value);
}

const inline = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
