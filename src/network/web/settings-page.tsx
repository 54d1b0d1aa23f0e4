import { SettingsPage } from '../../staff/web/index.tsx';
import { useLiveRefresh } from '../../ui/live.ts';
import { useTexts } from '../../ui/texts.ts';
import { NodeList } from './building/node-list.tsx';
import { TermsList } from './building/terms-list.tsx';
import { coveragePaths } from './client.ts';

/** Terms of connection, and nodes with the stops of sales that lie on them. */
export const Component = () => {
  const t = useTexts('network');
  useLiveRefresh(['network.*'], coveragePaths);
  return (
    <SettingsPage title={t('settings.title')} subtitle={t('settings.subtitle')}>
      <div style={{ display: 'grid', gap: 32 }}>
        <TermsList />
        <NodeList />
      </div>
    </SettingsPage>
  );
};
