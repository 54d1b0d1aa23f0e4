import { Trophy } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { type Deal, dealPaths, useRead, useWrite } from '../client.ts';
import { useWin } from '../board/use-win.ts';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';
import { LoseDialog } from '../lose-dialog.tsx';

/** Take it, win it, lose it, open it again, edit it. */
export const DealActions = ({ deal }: { deal: Deal }) => {
  const t = useTexts('sales');
  const viewer = useViewer();
  const navigate = useNavigate();
  const [isLosing, setLosing] = useState(false);
  const change = useWrite('PATCH /api/deals/{id}', dealPaths);
  const { win, isBusy } = useWin();
  const { id, version, state, owner } = deal;
  const guide = useWrite('POST /api/guided-sales', ['/api/guided-sales', ...dealPaths]);
  const sell = async (): Promise<void> => {
    const begun = await guide.mutateAsync({ dealId: id });
    void navigate(`/guided-sales/${begun.id}`);
  };
  const read = useRead('GET /api/deals/{id}/quotes', { id }).data;
  // What comes next stands out: the script here, then the quote and the connection in their places.
  const isToBeSold = read?.agreed === null && read.quotes.length === 0;
  const take = (): void => change.mutate({ id, version, ownerStaffId: viewer.id }, failed);
  const edit = (
    <Action keys="KeyE" onClick={() => void navigate(`/deals/${id}/edit`)}>
      {t('deals.edit')}
    </Action>
  );
  if (state !== 'open') {
    return (
      <>
        {deal.account === null ? <Reopening deal={deal} /> : null}
        {edit}
      </>
    );
  }
  return (
    <>
      <Action
        keys="KeyS"
        variant={isToBeSold ? 'filled' : 'default'}
        loading={guide.isPending}
        onClick={() => void sell().catch(notifyProblem)}
      >
        {t('guided.title')}
      </Action>
      {owner?.id === viewer.id ? null : (
        <Action keys="KeyT" loading={change.isPending} onClick={take}>
          {t('deals.take')}
        </Action>
      )}
      <Action
        keys="KeyW"
        leftSection={<Trophy size={14} />}
        loading={isBusy}
        onClick={() => win(deal)}
      >
        {t('deals.win')}
      </Action>
      <Action keys="KeyL" onClick={() => setLosing(true)}>
        {t('deals.lose')}
      </Action>
      {edit}
      {isLosing ? <LoseDialog deal={deal} onClose={() => setLosing(false)} /> : null}
    </>
  );
};

const Reopening = ({ deal: { id, version } }: { deal: Deal }) => {
  const t = useTexts('sales');
  const [isAsking, setAsking] = useState(false);
  const reopen = useWrite('POST /api/deals/{id}/reopen', dealPaths);
  return (
    <>
      <Action keys="KeyR" onClick={() => setAsking(true)}>
        {t('deals.reopen')}
      </Action>
      {isAsking ? (
        <ReasonDialog
          title={t('deals.reopenTitle')}
          submitLabel={t('deals.reopen')}
          save={(reason) => reopen.mutateAsync({ id, version, reason })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
};

const failed = { onError: notifyProblem };
