import { useState } from 'react';
import { CreateAction } from '../../../ui/show/action.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { type Checklist, useRead } from '../client.ts';
import css from '../quality.module.css';
import { ChecklistDialog } from './checklist-dialog.tsx';
import { ChecklistSheet } from './checklist-sheet.tsx';

/** Checklists by which processes are audited. */
export const Component = () => {
  const t = useTexts('quality');
  const isManaging = useMay()('quality.manage');
  const read = useRead('GET /api/quality-checklists');
  const [changed, setChanged] = useState<Checklist | 'new'>();
  const checklists = read.data?.checklists.filter(({ isArchived }) => isManaging || !isArchived);
  return (
    <Page
      title={t('checklists.title')}
      subtitle={t('checklists.subtitle')}
      layout="padded"
      backTo="/quality/audits"
      actions={
        isManaging ? (
          <CreateAction onClick={() => setChanged('new')}>{t('checklists.add')}</CreateAction>
        ) : undefined
      }
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      <div className={css.page}>
        {checklists?.map((one) => (
          <ChecklistSheet
            key={one.id}
            checklist={one}
            {...(isManaging ? { onChange: () => setChanged(one) } : {})}
          />
        ))}
      </div>
      {changed ? (
        <ChecklistDialog
          checklist={changed === 'new' ? null : changed}
          onClose={() => setChanged(undefined)}
        />
      ) : null}
    </Page>
  );
};
