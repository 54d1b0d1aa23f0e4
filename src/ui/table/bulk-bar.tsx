import { ActionIcon, Button } from '@mantine/core';
import { X, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { notifyProblem } from '../notify.tsx';
import { Action } from '../show/action.tsx';
import { useTexts } from '../texts.ts';
import { useMay } from '../viewer.tsx';
import type { Target } from './contract.ts';
import type { List } from './model.ts';
import { everything, nothing, targetOf } from './selection.ts';
import { countText } from './count-text.ts';
import css from './tools.module.css';

export type BulkAction = {
  id: string;
  label: string;
  icon?: LucideIcon;
  permission?: string;
  isDestructive?: boolean;
  /** A combination that does the same: 'KeyE'. */
  keys?: string;
  /**
   * Gets the ticked rows or the filter; may open a dialog and resolve when it is done, with false
   * where nothing was done and the ticks should stay.
   */
  run: (target: Target) => Promise<unknown>;
};

/** Takes the place of the filters while rows are ticked: what can be done with all of them. */
export const BulkBar = ({ list, actions }: { list: List; actions: readonly BulkAction[] }) => {
  const t = useTexts();
  const may = useMay();
  const [running, setRunning] = useState<string>();
  const { selection, setSelection, count } = list;
  const loaded = list.rows.data?.rows.length ?? 0;
  const total = count.data;
  const ticked = selection.isAll ? (total?.count ?? 0) : selection.ids.size;
  const canTakeAll = !selection.isAll && ticked === loaded && list.rows.hasNextPage;

  const run = async (action: BulkAction): Promise<void> => {
    setRunning(action.id);
    await action
      .run(targetOf(selection, list.asked.filter))
      .then((isDone) => isDone !== false && setSelection(nothing), notifyProblem);
    setRunning(undefined);
  };

  return (
    <div className={css.bulk} role="toolbar" aria-label={t('table.bulk')}>
      <strong className="tabular" aria-live="polite">
        {selection.isAll
          ? t('table.tickedAll', { count: ticked, shown: countText(total) })
          : t('table.ticked', {
              count: ticked,
              shown: countText({ count: ticked, isEstimate: false }),
            })}
      </strong>
      {canTakeAll ? (
        <Button size="xs" variant="subtle" onClick={() => setSelection(everything)}>
          {t('table.takeAll', { shown: countText(total) })}
        </Button>
      ) : null}
      <span className={css.grow} />
      {actions
        .filter(({ permission }) => may(permission))
        .map((action) => (
          <Action
            key={action.id}
            size="xs"
            loading={running === action.id}
            disabled={running !== undefined}
            {...(action.icon ? { leftSection: <action.icon size={14} /> } : {})}
            {...(action.keys ? { keys: action.keys } : {})}
            {...(action.isDestructive ? { color: 'red', variant: 'light' } : {})}
            onClick={() => void run(action)}
          >
            {action.label}
          </Action>
        ))}
      <ActionIcon aria-label={t('table.untick')} onClick={() => setSelection(nothing)}>
        <X size={16} />
      </ActionIcon>
    </div>
  );
};
