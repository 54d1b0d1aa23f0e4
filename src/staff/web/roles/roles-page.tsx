import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { CreateAction } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useRead } from '../api.ts';
import { Loaded } from '../settings/loaded.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { NewRole } from './new-role.tsx';
import { RoleEditor } from './role-editor.tsx';
import { RoleTabs } from './role-tabs.tsx';

export const Component = () => {
  const t = useTexts('staff');
  const may = useMay();
  const roles = useRead('GET /api/roles');
  const [search, setSearch] = useSearchParams();
  const [isNew, setNew] = useState(false);
  const open = (id: number): void => setSearch({ role: String(id) }, { replace: true });
  const create = <CreateAction onClick={() => setNew(true)}>{t('roles.create')}</CreateAction>;
  return (
    <SettingsPage
      title={t('roles.title')}
      layout="padded"
      actions={may('staff.roles') ? create : undefined}
    >
      <Loaded read={roles}>
        {(data) => {
          const chosen = data.roles.find(({ id }) => String(id) === search.get('role'));
          const role = chosen ?? data.roles[0];
          return (
            <>
              <RoleTabs roles={data.roles} openId={role?.id} onOpen={open} />
              {role ? <RoleEditor key={role.id} role={role} /> : null}
            </>
          );
        }}
      </Loaded>
      {isNew ? <NewRole onClose={() => setNew(false)} onMade={open} /> : null}
    </SettingsPage>
  );
};
