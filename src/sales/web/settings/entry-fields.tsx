import { ActionIcon, Select } from '@mantine/core';
import { X } from 'lucide-react';
import { FormSection } from '../../../ui/form/form.tsx';
import { randomId } from '../../../ui/random-id.ts';
import { useTexts } from '../../../ui/texts.ts';
import { EntryActionFields } from './entry-action-fields.tsx';
import { actionKinds, freshAction } from './fresh-action.ts';
import type { EntryDraft } from './use-stage-form.ts';
import css from './settings.module.css';

type Props = {
  entry: readonly EntryDraft[];
  firstCalendarId: number;
  onChange: (entry: EntryDraft[]) => void;
};

/** What is done by itself when a deal enters, in this order. */
export const EntryFields = ({ entry, firstCalendarId, onChange }: Props) => {
  const t = useTexts('sales');
  return (
    <FormSection title={t('settings.entry')}>
      {entry.map((action, at) => (
        <div key={action.key} className={css.action} role="group" aria-label={actionLabel(t, at)}>
          <div className={css.fields}>
            <EntryActionFields
              action={action}
              onChange={(next) => onChange(entry.with(at, { ...next, key: action.key }))}
            />
          </div>
          <ActionIcon
            aria-label={t('settings.removeAction', { count: at + 1 })}
            onClick={() => onChange(entry.filter((_, place) => place !== at))}
          >
            <X size={14} />
          </ActionIcon>
        </div>
      ))}
      <Select
        aria-label={t('settings.addAction')}
        placeholder={t('settings.addAction')}
        value={null}
        data={actionKinds.map((value) => ({ value, label: t(`settings.actions.${value}`) }))}
        onChange={(kind) => {
          if (kind)
            onChange([...entry, { ...freshAction(kind, firstCalendarId), key: randomId() }]);
        }}
      />
    </FormSection>
  );
};

const actionLabel = (t: ReturnType<typeof useTexts>, at: number): string =>
  t('settings.action', { count: at + 1 });
