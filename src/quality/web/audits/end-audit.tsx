import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Audit, auditPaths, useWrite } from '../client.ts';
import { DropDialog } from '../drop-dialog.tsx';

/** Finishes an audit, or gives it up. */
export const EndAudit = ({ audit: { id } }: { audit: Audit }) => {
  const t = useTexts('quality');
  const go = useNavigate();
  const [isDropping, setDropping] = useState(false);
  const finish = useWrite('POST /api/quality-audits/{id}/finish', auditPaths);
  const drop = useWrite('DELETE /api/quality-audits/{id}', auditPaths);
  return (
    <>
      <Button variant="subtle" onClick={() => setDropping(true)}>
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
      {isDropping ? (
        <DropDialog
          title={t('audits.drop')}
          run={() => drop.mutateAsync({ id })}
          onDone={() => void go('/quality/audits')}
          onClose={() => setDropping(false)}
        />
      ) : null}
    </>
  );
};
