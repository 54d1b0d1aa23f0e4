import { Button, Modal } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Programme, programmePaths, useWrite } from '../client.ts';
import css from '../loyalty.module.css';
import { type Level, LevelRow } from './level-row.tsx';

type Props = { levels: Programme['levels']; onClose: () => void };

/** Levels side by side: from how many points a year, and what is earned more there. */
export const LevelsDialog = ({ levels, onClose }: Props) => {
  const t = useTexts('loyalty');
  const save = useWrite('PUT /api/loyalty/levels', programmePaths);
  const [rows, setRows] = useState<Level[]>(() =>
    levels.map(({ id, name, fromPoints, extraPercent }, key) => ({
      key,
      id,
      name,
      fromPoints,
      extraPercent,
    })),
  );
  const put = (key: number, change: Partial<Level>): void =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...change } : row)));
  const fresh = { id: null, name: '', fromPoints: undefined, extraPercent: 0 };
  const nextKey = Math.max(-1, ...rows.map(({ key }) => key)) + 1;
  const send = async (): Promise<void> => {
    const sent = rows.map(({ id, name, fromPoints = 0, extraPercent = 0 }) => ({
      id,
      name,
      fromPoints,
      extraPercent,
    }));
    await save.mutateAsync({ levels: sent });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('programme.dialogs.levels')} size={620}>
      <div className={css.levels}>
        {rows.map((row) => (
          <LevelRow
            key={row.key}
            level={row}
            put={(change) => put(row.key, change)}
            remove={() => setRows(rows.filter(({ key }) => key !== row.key))}
          />
        ))}
        <div>
          <Button
            variant="subtle"
            leftSection={<Plus size={14} />}
            onClick={() => setRows([...rows, { ...fresh, key: nextKey }])}
          >
            {t('programme.addLevel')}
          </Button>
        </div>
        <div>
          <Button
            variant="filled"
            loading={save.isPending}
            onClick={() => void send().catch(notifyProblem)}
          >
            {t('programme.save')}
          </Button>
        </div>
      </div>
    </Modal>
  );
};
