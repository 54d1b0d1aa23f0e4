import { Button } from '@mantine/core';
import { useState } from 'react';
import { useOwners } from '../../../staff/web/index.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { Instant } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { PastBulkChange } from '../client.ts';
import { useFieldWords } from '../field-words.ts';
import css from './bulk.module.css';
import { useTakeBack } from './use-take-back.ts';

/** What was set for how many and when, with the way back. */
export const PastChange = ({ change }: { change: PastBulkChange }) => {
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
