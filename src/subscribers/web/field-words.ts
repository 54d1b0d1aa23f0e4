import { formatDay, formatNumber, formatPhone } from '../../ui/format.ts';
import { hasText, useTexts } from '../../ui/texts.ts';
import { useAttributes } from '../../work/web/index.tsx';

const attributePrefix = 'attributes.';

/**
 * Names and values of a subscriber's fields as people read them; the operator's own attributes by
 * their definitions, as `attributes.KEY`.
 */
export const useFieldWords = () => {
  const t = useTexts('subscribers');
  const attributes = useAttributes('subscribers');
  const attributeOf = (field: string) =>
    attributes.find(({ key }) => `${attributePrefix}${key}` === field);

  const label = (field: string): string => {
    if (hasText(`subscribers:fields.${field}`)) return t(`fields.${field}`);
    return attributeOf(field)?.label ?? field.replace(attributePrefix, '');
  };
  const shown = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '—';
    if (typeof value === 'boolean') return t(value ? 'words.yes' : 'words.no');
    if (typeof value === 'number') return formatNumber(value, 6);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (field.startsWith(attributePrefix)) {
      return attributeOf(field)?.type === 'date' ? formatDay(text) : text;
    }
    if (hasText(`subscribers:choices.${field}.${text}`)) return t(`choices.${field}.${text}`);
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDay(text);
    return formatPhone(text);
  };
  return { label, shown };
};
