import { Checkbox, Select, TextInput } from '@mantine/core';
import { useOwners } from '../../../staff/web/index.tsx';
import { FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { prompts } from '../../api/prompts.ts';
import type { EntryAction } from '../client.ts';

type Props = { action: EntryAction; onChange: (action: EntryAction) => void };

const HOUR_SECONDS = 3600;
const idOf = (value: string | null): number | null => (value === null ? null : Number(value));
const valueOf = (id: number | null): string | null => (id === null ? null : String(id));

/** What one action does, and how. */
export const EntryActionFields = ({ action, onChange }: Props) => {
  const t = useTexts('sales');
  const { staff, teams } = useOwners();
  switch (action.kind) {
    case 'task':
      return (
        <>
          <TextInput
            label={t('settings.taskText')}
            value={action.text}
            onChange={(event) => onChange({ ...action, text: event.target.value })}
          />
          <FormRow>
            <NumberField
              label={t('settings.taskWithin')}
              value={action.withinSeconds / HOUR_SECONDS}
              onChange={(hours = 1) =>
                onChange({ ...action, withinSeconds: Math.round(hours * HOUR_SECONDS) })
              }
            />
            <Select
              label={t('settings.taskWhose')}
              placeholder={t('settings.ownersTask')}
              clearable
              searchable
              data={staff}
              value={valueOf(action.staffId)}
              onChange={(value) => onChange({ ...action, staffId: idOf(value) })}
            />
          </FormRow>
        </>
      );
    case 'owner':
      return (
        <>
          <Select
            label={`${t('settings.actions.owner')}. ${t('settings.ownerTeam')}`}
            placeholder={t('settings.anyTeam')}
            clearable
            data={teams}
            value={valueOf(action.teamId)}
            onChange={(value) => onChange({ ...action, teamId: idOf(value) })}
          />
          <Checkbox
            label={t('settings.onlyNobodys')}
            checked={action.isOnlyNobodys}
            onChange={(event) => onChange({ ...action, isOnlyNobodys: event.target.checked })}
          />
        </>
      );
    default:
      return (
        <Select
          label={t('settings.promptWhat')}
          allowDeselect={false}
          data={prompts.map((value) => ({ value, label: t(`settings.prompts.${value}`) }))}
          value={action.what}
          onChange={(what) => what && onChange({ ...action, what })}
        />
      );
  }
};
