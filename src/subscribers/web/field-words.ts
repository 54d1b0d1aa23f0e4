import { formatDay, formatPhone } from '../../ui/format.ts';
import { hasText, useTexts } from '../../ui/texts.ts';

/**
 * Names and values of a subscriber's fields as people read them.
 * @param attributeLabels what the operator calls its own attributes; else their keys are shown
 */
export const useFieldWords = (attributeLabels: Readonly<Record<string, string>> = {}) => {
  const t = useTexts('subscribers');
  const label = (field: string): string => {
    if (hasText(`subscribers:fields.${field}`)) return t(`fields.${field}`);
    const key = field.replace(/^attributes\./, '');
    return attributeLabels[key] ?? key;
  };
  const shown = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '—';
    if (typeof value === 'boolean') return t(value ? 'words.yes' : 'words.no');
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (hasText(`subscribers:choices.${field}.${text}`)) return t(`choices.${field}.${text}`);
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDay(text);
    return formatPhone(text);
  };
  return { label, shown };
};
