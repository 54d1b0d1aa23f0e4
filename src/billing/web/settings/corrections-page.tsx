import { useState } from 'react';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../billing.module.css';
import type { Reason } from '../client.ts';
import { EditReason } from './edit-reason.tsx';
import { Limits } from './limits.tsx';
import { Reasons } from './reasons.tsx';

/** Why money is given back, and up to which sum each role decides on it. */
export const Component = () => {
  const t = useTexts('billing');
  const [reason, setReason] = useState<Reason | 'new' | null>(null);
  return (
    <SettingsPage title={t('settings.title')}>
      <div className={css.column}>
        <Limits />
        <Reasons onOpen={setReason} onAdd={() => setReason('new')} />
      </div>
      {reason === null ? null : (
        <EditReason reason={reason === 'new' ? null : reason} onClose={() => setReason(null)} />
      )}
    </SettingsPage>
  );
};
