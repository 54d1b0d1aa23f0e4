import { Button } from '@mantine/core';
import { useState } from 'react';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { listPaths, type OpenCareList, useWrite } from '../plan/client.ts';

/** Ends a list that goes on: nothing more of it is handed out. */
export const EndAction = ({ list: { id, version } }: { list: OpenCareList }) => {
  const t = useTexts('retention');
  const end = useWrite('POST /api/care-lists/{id}/end', [...listPaths, '/api/care-tasks']);
  const [isEnding, setEnding] = useState(false);
  return (
    <>
      <Button onClick={() => setEnding(true)}>{t('lists.end')}</Button>
      {isEnding ? (
        <ReasonDialog
          title={t('lists.endWhy')}
          hint={t('lists.endHint')}
          submitLabel={t('lists.end')}
          save={(reason) => end.mutateAsync({ id, version, reason })}
          onSaved={() => notifyDone(t('lists.ended'))}
          onClose={() => setEnding(false)}
        />
      ) : null}
    </>
  );
};
