import { Button } from '@mantine/core';
import { FileInput } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useLiveRefresh } from '../../ui/live.ts';
import { CreateAction } from '../../ui/show/action.tsx';
import { Page } from '../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import { ImportLine } from './import-line.tsx';
import css from './imports.module.css';
import { useImports } from './use-pages.ts';

/** Every file that was brought, the newest first, with what came of it. */
export const Component = () => {
  const t = useTexts('imports');
  const navigate = useNavigate();
  const imports = useImports();
  useLiveRefresh(['imports.*'], ['/api/imports']);
  const bring = (
    <CreateAction onClick={() => void navigate('/imports/new')}>{t('list.bring')}</CreateAction>
  );
  const isEmpty = imports.rows?.length === 0;
  return (
    <Page title={t('nav')} layout="padded" actions={isEmpty ? undefined : bring}>
      {imports.failure ? <ErrorState failure={imports.failure} onRetry={imports.reload} /> : null}
      {isEmpty ? (
        <EmptyState icon={FileInput} title={t('list.emptyTitle')} text={t('list.emptyText')}>
          {bring}
        </EmptyState>
      ) : null}
      {imports.rows && !isEmpty ? (
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('list.file')}</th>
              <th scope="col">{t('list.state')}</th>
              <th scope="col">{t('list.rows')}</th>
              <th scope="col">{t('list.outcome')}</th>
              <th scope="col">{t('list.brought')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('list.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {imports.rows.map((imported) => (
              <ImportLine key={imported.id} imported={imported} />
            ))}
          </tbody>
        </table>
      ) : null}
      {imports.hasMore ? (
        <Button mt="md" loading={imports.isLoadingMore} onClick={imports.loadMore}>
          {t('more')}
        </Button>
      ) : null}
    </Page>
  );
};
