import { useOwners } from '../../staff/web/index.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { Macro } from './client.ts';
import { useCategories } from './use-categories.ts';

/** What a macro does, in a sentence: "Turn: done; takes it; note: …". */
export const MacroWords = ({ macro }: { macro: Macro }) => {
  const t = useTexts('tickets');
  const { staff, teams } = useOwners();
  const categories = useCategories();
  const { fields, note, noteKind } = macro;
  const named = (choices: { value: string; label: string }[], id: number | null): string =>
    id === null ? '—' : (choices.find(({ value }) => value === String(id))?.label ?? String(id));
  const parts = [
    fields.state && `${t('fields.state')}: ${t(`choices.state.${fields.state}`)}`,
    fields.waitHours && t('macros.waits', { count: fields.waitHours }),
    fields.priority && `${t('fields.priority')}: ${t(`choices.priority.${fields.priority}`)}`,
    fields.categoryId !== undefined &&
      `${t('fields.categoryId')}: ${categories.find(({ id }) => id === fields.categoryId)?.name ?? ''}`,
    fields.takes && t('macros.takes'),
    fields.ownerStaffId !== undefined &&
      `${t('fields.ownerStaffId')}: ${named(staff, fields.ownerStaffId)}`,
    fields.teamId !== undefined && `${t('fields.teamId')}: ${named(teams, fields.teamId)}`,
    note !== '' && `${t(`notes.kinds.${noteKind}`)}: ${note}`,
  ];
  return <span className="dim">{parts.filter(Boolean).join('; ')}</span>;
};
