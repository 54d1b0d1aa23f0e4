import { Button } from '@mantine/core';
import { ListChecks, Plus } from 'lucide-react';
import { useState } from 'react';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { type Playbook, useRead } from '../client.ts';
import css from '../vip.module.css';
import { PlaybookDialog } from './playbook-dialog.tsx';
import { PlaybookSheet } from './playbook-sheet.tsx';

/** Scenarios by situation, step by step, with what walks through them came to. */
export const Component = () => {
  const t = useTexts('vip');
  const read = useRead('GET /api/vip-playbooks');
  const isManaging = useMay()('vip.manage');
  const [changed, setChanged] = useState<Playbook | 'new'>();
  // Whoever manages them sees those put away, too, and may bring them back.
  const playbooks =
    read.data?.playbooks.filter(({ isArchived }) => isManaging || !isArchived) ?? [];
  return (
    <Page
      title={t('playbooks.title')}
      subtitle={t('playbooks.subtitle')}
      backTo="/vip"
      layout="padded"
      actions={
        isManaging ? (
          <Button leftSection={<Plus size={14} />} onClick={() => setChanged('new')}>
            {t('playbooks.add')}
          </Button>
        ) : undefined
      }
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && playbooks.length === 0 ? (
        <EmptyState
          icon={ListChecks}
          title={t('playbooks.empty')}
          text={t('playbooks.emptyText')}
        />
      ) : null}
      <div className={css.page}>
        {playbooks.map((playbook) => (
          <PlaybookSheet
            key={playbook.id}
            playbook={playbook}
            {...(isManaging ? { onChange: () => setChanged(playbook) } : {})}
          />
        ))}
      </div>
      {changed ? (
        <PlaybookDialog
          playbook={changed === 'new' ? null : changed}
          onClose={() => setChanged(undefined)}
        />
      ) : null}
    </Page>
  );
};
