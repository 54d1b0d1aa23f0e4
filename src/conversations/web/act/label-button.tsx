import { notifyProblem } from '../../../ui/notify.tsx';
import { useMay } from '../../../ui/viewer.tsx';
import { LabelButton as Button } from '../../../work/web/index.tsx';
import { deskPaths, type Opened, useWrite } from '../api.ts';

/** M puts labels on the open conversation and takes them off. */
export const LabelButton = ({ conversation: { id, labels } }: { conversation: Opened }) => {
  const { mutate } = useWrite('PUT /api/conversations/{id}/labels', deskPaths);
  if (!useMay()('conversations.work')) return null;
  return (
    <Button
      labels={labels}
      keys="KeyM"
      onChange={(change) => mutate({ id, ...change }, { onError: notifyProblem })}
    />
  );
};
