import { formatDay, formatInstant, formatNo, formatNumber } from '../../ui/format.ts';
import { hasText, useTexts } from '../../ui/texts.ts';
import { useAttributes } from '../../work/web/index.tsx';
import type { Ticket } from './client.ts';

const attributePrefix = 'attributes.';

/** Under which name the history keeps the names of ids: `staff 7`. */
const namedBy: Record<string, string> = {
  ownerStaffId: 'staff',
  watcherIds: 'staff',
  teamId: 'team',
  categoryId: 'category',
};

/** Names and values of a ticket's fields as people read them in its history. */
export const useFieldWords = (names: Ticket['names']) => {
  const t = useTexts('tickets');
  const attributes = useAttributes('tickets');
  const attributeOf = (field: string) =>
    attributes.find(({ key }) => `${attributePrefix}${key}` === field);

  const label = (field: string): string => {
    if (hasText(`tickets:fields.${field}`)) return t(`fields.${field}`);
    return attributeOf(field)?.label ?? field.replace(attributePrefix, '');
  };
  const shown = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '—';
    if (Array.isArray(value)) {
      return value.length === 0 ? '—' : value.map((one) => shown(field, one)).join(', ');
    }
    const kind = namedBy[field];
    if (typeof value === 'boolean') return t(value ? 'words.yes' : 'words.no');
    if (typeof value === 'number') {
      if (kind !== undefined) return names[`${kind} ${value}`] ?? formatNo(value);
      return field.endsWith('Id') ? formatNo(value) : formatNumber(value, 6);
    }
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (hasText(`tickets:choices.${field}.${text}`)) return t(`choices.${field}.${text}`);
    if (attributeOf(field)?.type === 'date') return formatDay(text);
    return /^\d{4}-\d\d-\d\dT/.test(text) ? formatInstant(text) : text;
  };
  return { label, shown };
};
