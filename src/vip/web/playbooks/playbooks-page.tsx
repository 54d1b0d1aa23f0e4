import { ListChecks } from 'lucide-react';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import css from '../vip.module.css';
import { PlaybookSheet } from './playbook-sheet.tsx';

/** Scenarios by situation, step by step, with what walks through them came to. */
export const Component = () => {
  const t = useTexts('vip');
  const read = useRead('GET /api/vip-playbooks');
  const playbooks = read.data?.playbooks.filter(({ isArchived }) => !isArchived) ?? [];
  return (
    <Page
      title={t('playbooks.title')}
      subtitle={t('playbooks.subtitle')}
      backTo="/vip"
      layout="padded"
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
          <PlaybookSheet key={playbook.id} playbook={playbook} />
        ))}
      </div>
    </Page>
  );
};
