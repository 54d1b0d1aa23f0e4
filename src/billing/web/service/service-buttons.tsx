import { Button } from '@mantine/core';
import { formatInstant } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { servicePaths, useWrite, type Service } from '../client.ts';
import type { Asked } from './dialogs.tsx';
import { PromiseButton } from '../promised/promise-button.tsx';
import css from './service.module.css';
import { currentBreak } from './standing.tsx';

type Props = { accountId: number; service: Service; onAsk: (asked: Asked) => void };

/** What may be done about an account's service as it stands. */
export const ServiceButtons = ({ accountId, service, onAsk }: Props) => {
  const t = useTexts('billing');
  const lift = useWrite('DELETE /api/accounts/{id}/limit', servicePaths);
  const endPause = useWrite('DELETE /api/accounts/{id}/pauses/{pauseId}', servicePaths);
  const { state, may } = service;
  const now = currentBreak(service);
  const planned = service.breaks.find(
    ({ kind, beganAt }) => kind === 'paused' && Date.parse(beganAt) > serverNow(),
  );
  const pause = state === 'paused' ? now : planned;
  return (
    <div className={css.buttons}>
      {state === 'closed' ? null : <PromiseButton accountId={accountId} />}
      {may.serve && state === 'active' && !planned ? (
        <Button size="xs" onClick={() => onAsk({ what: 'pause' })}>
          {t('service.pause')}
        </Button>
      ) : null}
      {may.serve && pause ? (
        <Button
          size="xs"
          loading={endPause.isPending}
          onClick={() =>
            void endPause.mutateAsync({ id: accountId, pauseId: pause.id }).catch(notifyProblem)
          }
        >
          {state === 'paused'
            ? t('service.endPause')
            : t('service.takeBackPause', { on: formatInstant(pause.beganAt, 'date') })}
        </Button>
      ) : null}
      {may.adjust && state === 'active' ? (
        <Button size="xs" variant="subtle" onClick={() => onAsk({ what: 'suspend' })}>
          {t('service.suspend')}
        </Button>
      ) : null}
      {may.adjust && state === 'suspended' ? (
        <Button size="xs" onClick={() => onAsk({ what: 'resume' })}>
          {t('service.resume')}
        </Button>
      ) : null}
      {may.adjust && service.limitedSince !== null ? (
        <Button
          size="xs"
          variant="subtle"
          loading={lift.isPending}
          onClick={() => void lift.mutateAsync({ id: accountId }).catch(notifyProblem)}
        >
          {t('service.liftLimit')}
        </Button>
      ) : null}
      {may.adjust ? <MoneyButtons service={service} onAsk={onAsk} /> : null}
      {may.serve && state !== 'closed' ? (
        <Button size="xs" variant="subtle" onClick={() => onAsk({ what: 'line' })}>
          {t('opening.addLine')}
        </Button>
      ) : null}
      {may.adjust && state !== 'closed' ? (
        <Button size="xs" variant="subtle" color="gray" onClick={() => onAsk({ what: 'close' })}>
          {t('opening.close')}
        </Button>
      ) : null}
    </div>
  );
};

/** What changes what an account is charged. */
const MoneyButtons = ({ service, onAsk }: Omit<Props, 'accountId'>) => {
  const t = useTexts('billing');
  return (
    <>
      <Button size="xs" variant="subtle" onClick={() => onAsk({ what: 'discount' })}>
        {t('service.give')}
      </Button>
      <Button size="xs" variant="subtle" onClick={() => onAsk({ what: 'charge' })}>
        {t('service.charge')}
      </Button>
      {service.state === 'closed' ? null : (
        <Button size="xs" variant="subtle" onClick={() => onAsk({ what: 'mode' })}>
          {t('service.changeMode')}
        </Button>
      )}
    </>
  );
};
