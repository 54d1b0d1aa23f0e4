import { useOwners } from '../../staff/web/index.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useLabels, useVariables } from '../../work/web/index.tsx';
import type { Macro } from './client.ts';
import { useCategories } from './use-categories.ts';

type Does = Pick<Macro, 'fields' | 'note' | 'noteKind'>;

/** Says what a macro or a rule does: "Turn: done; takes it; note: …". */
export const useActionWords = (): ((does: Does) => string) => {
  const t = useTexts('tickets');
  const { staff, teams } = useOwners();
  const categories = useCategories();
  const labels = useLabels();
  const words = useVariables();
  const named = (choices: { value: string; label: string }[], id: number | null): string =>
    id === null ? '—' : (choices.find(({ value }) => value === String(id))?.label ?? String(id));
  const labelled = (ids: readonly number[] = []): string =>
    ids.map((id) => labels.find((one) => one.id === id)?.name ?? String(id)).join(', ');
  return ({ fields, note, noteKind }) =>
    [
      fields.state && `${t('fields.state')}: ${t(`choices.state.${fields.state}`)}`,
      fields.state === 'waiting' &&
        fields.waitHours &&
        t('macros.waits', { count: fields.waitHours }),
      fields.priority && `${t('fields.priority')}: ${t(`choices.priority.${fields.priority}`)}`,
      fields.categoryId !== undefined &&
        `${t('fields.categoryId')}: ${categories.find(({ id }) => id === fields.categoryId)?.name ?? ''}`,
      fields.takes && t('macros.takes'),
      fields.ownerStaffId !== undefined &&
        `${t('fields.ownerStaffId')}: ${named(staff, fields.ownerStaffId)}`,
      fields.teamId !== undefined && `${t('fields.teamId')}: ${named(teams, fields.teamId)}`,
      labelled(fields.addLabels) && `${t('macros.addLabels')}: ${labelled(fields.addLabels)}`,
      labelled(fields.removeLabels) &&
        `${t('macros.removeLabels')}: ${labelled(fields.removeLabels)}`,
      note !== '' && `${t(`notes.kinds.${noteKind}`)}: ${words.shown(note)}`,
    ]
      .filter(Boolean)
      .join('; ');
};

/** What a macro does, in a sentence. */
export const MacroWords = ({ macro }: { macro: Macro }) => {
  const wordsOf = useActionWords();
  return <span className="dim">{wordsOf(macro)}</span>;
};
