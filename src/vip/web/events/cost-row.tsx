import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatMoney } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge, type Tone } from '../../../ui/show/badge.tsx';
import { PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { type Gathering, useWrite } from '../client.ts';
import { eventPaths } from './event-choices.ts';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';

type Cost = Gathering['costs'][number];

const tones: Record<Cost['state'], Tone> = { asked: 'amber', stands: 'green', removed: 'gray' };

/** A cost, and what may be done about it. */
export const CostRow = ({ cost, event }: { cost: Cost; event: Gathering }) => {
  const t = useTexts('vip');
  const may = useMay();
  const [isRemoving, setRemoving] = useState(false);
  const approve = useWrite('POST /api/vip-event-costs/{id}/approve', eventPaths);
  const remove = useWrite('POST /api/vip-event-costs/{id}/remove', eventPaths);
  const { id, version, state, isMine, overspendReason, addedBy, approvedBy } = cost;
  const who = [addedBy?.name, approvedBy?.name].filter(Boolean).join(' → ');
  const decides = state === 'asked' && may('vip.approve') && !isMine;
  return (
    <PickRow
      title={cost.name}
      text={[formatMoney(cost.amountMinor, event.currency), who, overspendReason]
        .filter(Boolean)
        .join(' · ')}
    >
      <Badge tone={tones[state]}>{t(`costStates.${state}`)}</Badge>
      {decides ? (
        <Button
          size="xs"
          onClick={() => void approve.mutateAsync({ id, version }).catch(notifyProblem)}
        >
          {t('gatherings.approve')}
        </Button>
      ) : null}
      {event.isLed && state !== 'removed' ? (
        <Button size="xs" variant="subtle" onClick={() => setRemoving(true)}>
          {t('gatherings.removeCost')}
        </Button>
      ) : null}
      {isRemoving ? (
        <ReasonDialog
          title={t('gatherings.removeCost')}
          save={(reason) => remove.mutateAsync({ id, version, reason })}
          onClose={() => setRemoving(false)}
        />
      ) : null}
    </PickRow>
  );
};
