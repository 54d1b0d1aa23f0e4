import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useLiveRefresh } from '../../../ui/live.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../billing.module.css';
import { useRead, useWrite, type Reason } from '../client.ts';

type Props = { onOpen: (reason: Reason) => void; onAdd: () => void };

/** Why money is given back; those no longer used stand last. */
export const Reasons = ({ onOpen, onAdd }: Props) => {
  const t = useTexts('billing');
  const read = useRead('GET /api/correction-reasons');
  const change = useWrite('PUT /api/correction-reasons/{id}');
  useLiveRefresh(['billing.reason_added', 'billing.reason_changed'], ['/api/correction-reasons']);
  if (read.error) return <ErrorState failure={read.error} onRetry={() => void read.refetch()} />;
  return (
    <section>
      <div className={css.head}>
        <h2>{t('settings.reasons')}</h2>
        <Action keys="KeyN" leftSection={<Plus size={14} />} onClick={onAdd}>
          {t('settings.addReason')}
        </Action>
      </div>
      <PickList>
        {(read.data?.reasons ?? []).map((reason) => (
          <PickRow key={reason.id} title={reason.name} onPick={() => onOpen(reason)}>
            {reason.isArchived ? <Badge>{t('settings.isArchived')}</Badge> : null}
            <Button
              size="xs"
              variant="subtle"
              onClick={() =>
                void change
                  .mutateAsync({ ...reason, isArchived: !reason.isArchived })
                  .catch(notifyProblem)
              }
            >
              {t(reason.isArchived ? 'settings.restore' : 'settings.archive')}
            </Button>
          </PickRow>
        ))}
      </PickList>
    </section>
  );
};
