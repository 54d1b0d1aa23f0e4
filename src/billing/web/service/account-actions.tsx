import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatInstant } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { servicePaths, useRead, useWrite, type Service } from '../client.ts';
import { PromiseButton } from '../promised/promise-button.tsx';
import { AccountMenu } from './account-menu.tsx';
import { type Asked, Dialogs } from './dialogs.tsx';
import { currentBreak } from './standing.tsx';

type Props = { accountId: number; service: Service; onAsk: (asked: Asked) => void };

/** What is done with an account day by day stands in the header, what is rare behind the dots. */
export const AccountActions = ({ accountId }: { accountId: number }) => {
  const { data: service } = useRead('GET /api/accounts/{id}/service', { id: accountId });
  const [asked, setAsked] = useState<Asked | null>(null);
  if (!service) return null;
  const given = { accountId, service };
  return (
    <>
      {service.state === 'closed' ? null : <PromiseButton accountId={accountId} size="sm" />}
      <StateButtons {...given} onAsk={setAsked} />
      <AccountMenu {...given} onAsk={setAsked} />
      {asked ? <Dialogs {...given} asked={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
};

/** What brings service back, or lets it rest. */
const StateButtons = ({ accountId, service, onAsk }: Props) => {
  const t = useTexts('billing');
  const lift = useWrite('DELETE /api/accounts/{id}/limit', servicePaths);
  const { state, may } = service;
  return (
    <>
      {may.serve ? <PauseButton {...{ accountId, service, onAsk }} /> : null}
      {may.adjust && state === 'suspended' ? (
        <Button onClick={() => onAsk({ what: 'resume' })}>{t('service.resume')}</Button>
      ) : null}
      {may.adjust && service.limitedSince !== null ? (
        <Button
          loading={lift.isPending}
          onClick={() => void lift.mutateAsync({ id: accountId }).catch(notifyProblem)}
        >
          {t('service.liftLimit')}
        </Button>
      ) : null}
    </>
  );
};

/** Begins a pause, or ends the one that holds or was planned. */
const PauseButton = ({ accountId, service, onAsk }: Props) => {
  const t = useTexts('billing');
  const end = useWrite('DELETE /api/accounts/{id}/pauses/{pauseId}', servicePaths);
  const { state, breaks } = service;
  const planned = breaks.find(
    ({ kind, beganAt }) => kind === 'paused' && Date.parse(beganAt) > serverNow(),
  );
  const pause = state === 'paused' ? currentBreak(service) : planned;
  if (!pause) {
    return state === 'active' ? (
      <Button onClick={() => onAsk({ what: 'pause' })}>{t('service.pause')}</Button>
    ) : null;
  }
  return (
    <Button
      loading={end.isPending}
      onClick={() =>
        void end.mutateAsync({ id: accountId, pauseId: pause.id }).catch(notifyProblem)
      }
    >
      {state === 'paused'
        ? t('service.endPause')
        : t('service.takeBackPause', { on: formatInstant(pause.beganAt, 'date') })}
    </Button>
  );
};
