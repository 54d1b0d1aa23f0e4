import { notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { type Case, casePaths, useWrite } from '../client.ts';

/** Takes a case, or lets one's own go to whoever is free. */
export const TakeAction = ({ found: { id, version, state, owner } }: { found: Case }) => {
  const t = useTexts('retention');
  const viewer = useViewer();
  const assign = useWrite('PUT /api/cases/{id}/owner', casePaths);
  if (state !== 'open') return null;
  const isMine = owner?.id === viewer.id;
  const ownerStaffId = isMine ? null : viewer.id;
  return (
    <Action
      keys="KeyT"
      loading={assign.isPending}
      onClick={() => void assign.mutateAsync({ id, version, ownerStaffId }).catch(notifyProblem)}
    >
      {isMine ? t('cases.release') : t('cases.take')}
    </Action>
  );
};
