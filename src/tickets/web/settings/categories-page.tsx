import { Tags } from 'lucide-react';
import { useState } from 'react';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { useLiveRefresh } from '../../../ui/live.ts';
import { CreateAction } from '../../../ui/show/action.tsx';
import { PickList } from '../../../ui/show/pick-list.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, type Category } from '../client.ts';
import { CategoryRow } from './category-row.tsx';
import { EditCategory } from './edit-category.tsx';

/** What tickets are about, and what a new one of each begins with. */
export const Component = () => {
  const t = useTexts('tickets');
  const read = useRead('GET /api/ticket-categories');
  useLiveRefresh(
    ['tickets.category_created', 'tickets.category_changed'],
    ['/api/ticket-categories'],
  );
  const [open, setOpen] = useState<Category | 'new' | null>(null);
  const categories = read.data?.categories ?? [];
  return (
    <SettingsPage
      title={t('categories.title')}
      actions={<CreateAction onClick={() => setOpen('new')}>{t('categories.create')}</CreateAction>}
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && categories.length === 0 ? (
        <EmptyState icon={Tags} title={t('categories.empty')} text={t('categories.emptyText')} />
      ) : null}
      {categories.length === 0 ? null : (
        <PickList>
          {categories.map((category) => (
            <CategoryRow key={category.id} category={category} onOpen={setOpen} />
          ))}
        </PickList>
      )}
      {open === null ? null : (
        <EditCategory category={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </SettingsPage>
  );
};
