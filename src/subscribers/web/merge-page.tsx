import { Combine } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { Page } from '../../ui/show/page.tsx';
import { EmptyState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useRead } from './client.ts';
import { MergeTable } from './merging/merge-table.tsx';
import { SubscriberPicker } from './subscriber-picker.tsx';

/**
 * Merges two subscribers: which one is told by its number, which fields stay is chosen side by
 * side.
 */
export const Component = () => {
  const t = useTexts('subscribers');
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [pickedId, setPickedId] = useState<number | null>(null);
  const intoId = Number(id);
  const fromId = Number(search.get('with')) || pickedId;
  const into = useRead('GET /api/subscribers/{id}', { id: intoId });
  const from = useRead(
    'GET /api/subscribers/{id}',
    { id: fromId ?? 0 },
    { isEnabled: fromId !== null },
  );
  return (
    <Page title={t('merge.title')} backTo={`/subscribers/${id}`} layout="narrow">
      <p className="dim">{t('merge.text')}</p>
      {search.get('with') ? null : (
        <SubscriberPicker label={t('merge.other')} exceptId={intoId} onPick={setPickedId} />
      )}
      {fromId === null ? (
        <EmptyState icon={Combine} title={t('merge.pickTitle')} text={t('merge.pickText')} />
      ) : null}
      {into.data && from.data ? (
        <MergeTable
          key={`${into.data.id} ${from.data.id}`}
          into={into.data}
          from={from.data}
          onSwap={() => void navigate(`/subscribers/${from.data.id}/merge?with=${into.data.id}`)}
        />
      ) : null}
    </Page>
  );
};
