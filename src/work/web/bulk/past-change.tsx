import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatNumber } from '../../../ui/format.ts';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { Instant } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { PastBulkChange } from './client.ts';
import css from './bulk.module.css';
import { useListWords } from './use-list-words.ts';
import { useTakeBack } from './use-take-back.ts';

type Props = { entity: string; change: PastBulkChange };

/** What was set for how many and when, with the way back. */
export const PastChange = (props: Props) => {
  const t = useTexts('work');
  const { entity, change } = props;
  const words = useListWords(entity);
  const takeBack = useTakeBack(entity);
  const [isBusy, setBusy] = useState(false);
  const { id, state, changed, fields, createdAt } = change;
  const named = (field: string, value: unknown): string =>
    Array.isArray(value)
      ? words.value('labels', value.map(String))
      : words.value(
          field,
          typeof value === 'number' && field.endsWith('Id') ? String(value) : value,
        );
  const label = (field: string): string =>
    Array.isArray(fields[field]) ? t(`bulk.labels.${field}`) : words.label(field);
  const canUndo = (state === 'done' || state === 'stopped') && changed > 0;
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
      {state === 'stopped' ? <Badge>{t('bulk.states.stopped')}</Badge> : null}
      {canUndo ? (
        <Button size="xs" loading={isBusy} onClick={undo}>
          {t('bulk.undo')}
        </Button>
      ) : state === 'stopped' ? null : (
        <Badge>{t(`bulk.states.${state}`)}</Badge>
      )}
    </li>
  );
};
