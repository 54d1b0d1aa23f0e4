import { Button } from '@mantine/core';
import { useNavigate } from 'react-router';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Audit, auditPaths, useWrite } from '../client.ts';

/** Finishes an audit, or gives it up. */
export const EndAudit = ({ audit: { id } }: { audit: Audit }) => {
  const t = useTexts('quality');
  const go = useNavigate();
  const finish = useWrite('POST /api/quality-audits/{id}/finish', auditPaths);
  const drop = useWrite('DELETE /api/quality-audits/{id}', auditPaths);
  return (
    <>
      <Button
        variant="subtle"
        loading={drop.isPending}
        onClick={() =>
          drop.mutate(
            { id },
            { onSuccess: () => void go('/quality/audits'), onError: notifyProblem },
          )
        }
      >
        {t('audits.drop')}
      </Button>
      <Action
        variant="filled"
        keys="Mod+Enter"
        loading={finish.isPending}
        onClick={() =>
          finish.mutate(
            { id },
            { onSuccess: () => notifyDone(t('audits.finished')), onError: notifyProblem },
          )
        }
      >
        {t('audits.finish')}
      </Action>
    </>
  );
};
