import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import { CreateAction } from '../../../ui/show/action.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { type Card, useRead } from '../client.ts';
import css from '../quality.module.css';
import { CardDialog } from './card-dialog.tsx';
import { CardSheet } from './card-sheet.tsx';

/** Scorecards: by what contacts are judged, for everybody who is judged by them to read. */
export const Component = () => {
  const t = useTexts('quality');
  const read = useRead('GET /api/quality-cards');
  const isManaging = useMay()('quality.manage');
  const [changed, setChanged] = useState<Card | 'new'>();
  // Whoever manages them sees those put away, too, and may bring them back.
  const cards = read.data?.cards.filter(({ isArchived }) => isManaging || !isArchived) ?? [];
  return (
    <Page
      title={t('cards.title')}
      subtitle={t('cards.subtitle')}
      layout="padded"
      actions={
        isManaging ? (
          <CreateAction onClick={() => setChanged('new')}>{t('cards.add')}</CreateAction>
        ) : undefined
      }
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && cards.length === 0 ? (
        <EmptyState icon={ListChecks} title={t('cards.empty')} text={t('cards.emptyText')} />
      ) : null}
      <div className={css.page}>
        {cards.map((card) => (
          <CardSheet
            key={card.id}
            card={card}
            {...(isManaging ? { onChange: () => setChanged(card) } : {})}
          />
        ))}
      </div>
      {changed ? (
        <CardDialog
          card={changed === 'new' ? null : changed}
          onClose={() => setChanged(undefined)}
        />
      ) : null}
    </Page>
  );
};
