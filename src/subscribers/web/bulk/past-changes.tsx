import { ActionIcon, Button, Modal, Tooltip } from '@mantine/core';
import { History } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../ui/call.ts';
import { formatNumber } from '../../../ui/format.ts';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { Instant } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { api } from '../../api.ts';
import { useRead } from '../client.ts';
import { useFieldWords } from '../field-words.ts';
import { useOwners } from '../use-owners.ts';
import css from './bulk.module.css';
import { useTakeBack } from './use-take-back.ts';

const route = 'GET /api/subscribers/bulk-changes';
type Change = OutputOf<typeof api, typeof route>['changes'][number];

/** One's own changes of many, each with its way back for a month. */
export const PastChanges = () => {
  const t = useTexts('subscribers');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Tooltip label={t('bulk.past')}>
        <ActionIcon aria-label={t('bulk.past')} onClick={() => setOpen(true)}>
          <History size={16} />
        </ActionIcon>
      </Tooltip>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t('bulk.past')} size="lg">
        <Changes />
      </Modal>
    </>
  );
};

const Changes = () => {
  const t = useTexts('subscribers');
  const read = useRead(route, {}, { staleMs: 0 });
  if (read.isError) return <ErrorState failure={read.error} />;
  if (!read.data) return <SkeletonLine widthPx={300} />;
  const { changes } = read.data;
  if (changes.length === 0) return <p className="dim">{t('bulk.noPast')}</p>;
  return (
    <ul className={css.changes}>
      {changes.map((change) => (
        <PastChange key={change.id} change={change} />
      ))}
    </ul>
  );
};

const PastChange = ({ change }: { change: Change }) => {
  const t = useTexts('subscribers');
  const { label, shown } = useFieldWords();
  const { staff, teams } = useOwners();
  const takeBack = useTakeBack();
  const [isBusy, setBusy] = useState(false);
  const { id, state, changed, fields, createdAt } = change;
  const named = (field: string, value: unknown): string => {
    const people = field === 'ownerStaffId' ? staff : field === 'teamId' ? teams : [];
    return people.find((one) => one.value === String(value))?.label ?? shown(field, value);
  };
  const undo = (): void => {
    setBusy(true);
    takeBack(id)
      .then(() => notifyDone(t('bulk.undone')), notifyProblem)
      .finally(() => setBusy(false));
  };
  return (
    <li className={css.change}>
      <span className={css.words}>
        {Object.entries(fields).map(([field, value]) => (
          <div key={field}>
            {label(field)}: {named(field, value)}
          </div>
        ))}
        <div className={css.note}>
          <Instant at={createdAt} /> ·{' '}
          {t('bulk.changed', { count: changed, shown: formatNumber(changed) })}
        </div>
      </span>
      {state === 'done' && changed > 0 ? (
        <Button size="xs" loading={isBusy} onClick={undo}>
          {t('bulk.undo')}
        </Button>
      ) : (
        <Badge>{t(`bulk.states.${state}`)}</Badge>
      )}
    </li>
  );
};
