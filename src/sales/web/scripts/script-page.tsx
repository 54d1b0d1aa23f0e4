import { useState } from 'react';
import { useParams } from 'react-router';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { useLiveRefresh } from '../../../ui/live.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { Experiments } from './experiments.tsx';
import { ScriptForm } from './script-form.tsx';
import { Versions } from './versions.tsx';

/** One script: its steps as they are written now, and its versions. */
export const Component = () => {
  const t = useTexts('sales');
  const id = Number(useParams()['id']);
  const read = useRead('GET /api/sale-scripts/{id}', { id });
  // Others’ changes are told on saving; here only figures and versions are read anew.
  useLiveRefresh(['sales.script_published', 'sales.script_returned'], ['/api/sale-scripts']);
  const [count, setCount] = useState(0);
  const script = read.data;
  return (
    <SettingsPage
      title={script?.name ?? t('scripts.title')}
      backTo="/settings/scripts"
      layout="padded"
      marks={
        <>
          {script?.isUsed ? <Badge tone="green">{t('scripts.used')}</Badge> : null}
          {script?.hasDraft ? <Badge tone="amber">{t('scripts.draft')}</Badge> : null}
          {script?.isArchived ? <Badge>{t('scripts.archived')}</Badge> : null}
        </>
      }
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {script ? (
        <>
          <ScriptForm key={`${id} ${count}`} script={script} onAnew={() => setCount(count + 1)} />
          <Experiments script={script} onAnew={() => setCount(count + 1)} />
          <Versions script={script} onAnew={() => setCount(count + 1)} />
        </>
      ) : null}
    </SettingsPage>
  );
};
