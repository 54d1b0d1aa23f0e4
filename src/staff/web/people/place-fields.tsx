import { NumberInput, Select } from '@mantine/core';
import { FormRow } from '../../../ui/form/form.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../api.ts';
import { useRoleName } from '../roles/role-name.ts';

/** Ids as a choice holds them; an empty team is none. */
type Place = { roleId: string | null; teamId: string | null; loadLimit: number };

export type PersonValues = Place & { name: string; email: string };

type Bound<Value> = { value: Value; onChange: (value: Value) => void; error?: string };
type Props = {
  role: Bound<string | null>;
  team: Bound<string | null>;
  loadLimit: Bound<number>;
  isOwn?: boolean;
};

/** Role, team and load limit. Roles above one's own are not offered. */
export const PlaceFields = ({ role, team, loadLimit, isOwn = false }: Props) => {
  const t = useTexts('staff');
  const nameOf = useRoleName();
  const roles = useRead('GET /api/roles').data?.roles ?? [];
  const teams = useRead('GET /api/teams').data?.teams ?? [];
  return (
    <>
      <FormRow>
        <Select
          label={t('people.role')}
          allowDeselect={false}
          disabled={isOwn}
          data={roles
            .filter(({ id, isWithinOwn }) => isWithinOwn || String(id) === role.value)
            .map((one) => ({ value: String(one.id), label: nameOf(one) }))}
          {...role}
        />
        <Select
          label={t('people.team')}
          placeholder={t('people.noTeam')}
          clearable
          disabled={isOwn}
          data={teams
            .filter(({ id, isArchived }) => !isArchived || String(id) === team.value)
            .map(({ id, name }) => ({ value: String(id), label: name }))}
          {...team}
        />
      </FormRow>
      <NumberInput
        label={t('people.loadLimit')}
        description={t('people.loadLimitHint')}
        min={0}
        max={100}
        {...loadLimit}
        onChange={(value) => loadLimit.onChange(Number(value) || 0)}
      />
    </>
  );
};
