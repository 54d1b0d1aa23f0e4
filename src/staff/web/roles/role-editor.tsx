import { Button, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { useSession } from '../../../ui/session.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useWrite } from '../api.ts';
import type { Grants } from './grants.ts';
import { PermissionMatrix } from './permission-matrix.tsx';
import css from './roles.module.css';

export type Role = {
  id: number;
  name: string;
  code: string | null;
  permissions: Grants;
  staffCount: number;
  isWithinOwn: boolean;
};

/** Why this role cannot be changed by this person, if so. */
const useReason = (role: Role): 'administrator' | 'notPermitted' | 'above' | null => {
  const may = useMay();
  if (role.code === 'administrator') return 'administrator';
  if (!may('staff.roles')) return 'notPermitted';
  return role.isWithinOwn ? null : 'above';
};

export const RoleEditor = ({ role }: { role: Role }) => {
  const t = useTexts('staff');
  const reason = useReason(role);
  const { refresh } = useSession();
  const change = useWrite('PUT /api/roles/{id}');
  const form = useForm({
    initial: { name: role.name, permissions: role.permissions },
    save: ({ name, permissions }) =>
      change.mutateAsync({ id: role.id, permissions, ...(role.code ? {} : { name }) }),
    onSaved: () => {
      notifyDone(t('roles.saved'));
      void refresh();
    },
  });
  const matrix = (
    <PermissionMatrix
      grants={form.values.permissions}
      isReadOnly={reason !== null}
      onChange={(permissions) => form.set('permissions', permissions)}
    />
  );
  if (reason) {
    return (
      <>
        <p className={css.note}>{t(`roles.reason.${reason}`)}</p>
        {matrix}
      </>
    );
  }
  return (
    <Form form={form} aside={role.code ? null : <RemoveRole role={role} />}>
      {role.code ? null : <TextInput label={t('roles.name')} maw={360} {...form.text('name')} />}
      {matrix}
    </Form>
  );
};

const RemoveRole = ({ role }: { role: Role }) => {
  const t = useTexts('staff');
  const remove = useWrite('DELETE /api/roles/{id}');
  return (
    <Button
      variant="subtle"
      color="red"
      loading={remove.isPending}
      onClick={() =>
        remove.mutate(
          { id: role.id },
          { onSuccess: () => notifyDone(t('roles.removed')), onError: notifyProblem },
        )
      }
    >
      {t('roles.remove')}
    </Button>
  );
};
