import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { CreateAction } from '../../../ui/show/action.tsx';
import { EmptyState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useRead } from '../api.ts';
import { Loaded } from '../settings/loaded.tsx';
import css from '../settings/rows.module.css';
import { SettingsPage } from '../settings/settings-page.tsx';
import { KeyList } from './key-list.tsx';
import { NewKey } from './new-key.tsx';

export const Component = () => {
  const t = useTexts('staff');
  const may = useMay();
  const keys = useRead('GET /api/me/api-keys');
  const [isNew, setNew] = useState(false);
  const create = <CreateAction onClick={() => setNew(true)}>{t('keys.create')}</CreateAction>;
  const mayCreate = may('staff.api_keys');
  return (
    <SettingsPage
      title={t('keys.title')}
      subtitle={t('keys.text')}
      actions={mayCreate ? create : undefined}
    >
      <div className={css.stack}>
        <Loaded read={keys}>
          {(data) =>
            data.keys.length === 0 ? (
              <EmptyState icon={KeyRound} title={t('keys.emptyTitle')} text={t('keys.emptyText')} />
            ) : (
              <KeyList keys={data.keys} />
            )
          }
        </Loaded>
      </div>
      {isNew ? <NewKey onClose={() => setNew(false)} /> : null}
    </SettingsPage>
  );
};
