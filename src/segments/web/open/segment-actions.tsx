import { useNavigate } from 'react-router';
import { notifyDone, notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { call, type OpenSegment, segmentPaths } from '../client.ts';

/** What may be done with a segment: change it, count it anew, put it away and bring it back. */
export const SegmentActions = ({ segment }: { segment: OpenSegment }) => {
  const t = useTexts('segments');
  const may = useMay();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { id, name, kind, isArchived } = segment;
  if (!may('segments.manage')) return null;
  const fresh = (): Promise<unknown> => refresh(...segmentPaths);
  const restore = async (): Promise<void> => {
    await call('POST /api/segments/{id}/restore', { id });
    await fresh();
  };
  const archive = async (): Promise<void> => {
    await call('POST /api/segments/{id}/archive', { id });
    await fresh();
    undoToast({ text: t('open.archived', { name }), undo: restore });
  };
  const recount = async (): Promise<void> => {
    await call('POST /api/segments/{id}/recount', { id });
    await fresh();
    notifyDone(t('open.recounted'));
  };
  if (isArchived) {
    return (
      <Action variant="filled" onClick={() => void restore().catch(notifyProblem)}>
        {t('open.restore')}
      </Action>
    );
  }
  return (
    <>
      <Action onClick={() => void archive().catch(notifyProblem)}>{t('open.archive')}</Action>
      {kind === 'dynamic' ? (
        <Action onClick={() => void recount().catch(notifyProblem)}>{t('open.recount')}</Action>
      ) : null}
      <Action variant="filled" keys="KeyE" onClick={() => void navigate(`/segments/${id}/edit`)}>
        {t('open.editing')}
      </Action>
    </>
  );
};
