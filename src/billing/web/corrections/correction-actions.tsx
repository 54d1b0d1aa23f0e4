import { Button } from '@mantine/core';
import { Check, RotateCcw, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../billing.module.css';
import { correctionPaths, useWrite, type Correction } from '../client.ts';
import { RefuseDialog, ReverseDialog } from './decide-dialogs.tsx';

/** What the viewer may do with a correction now, or why not. */
export const CorrectionActions = ({ correction }: { correction: Correction }) => {
  const t = useTexts('billing');
  const approve = useWrite('POST /api/corrections/{id}/approve', correctionPaths);
  const withdraw = useWrite('POST /api/corrections/{id}/withdraw', correctionPaths);
  const [dialog, setDialog] = useState<'refuse' | 'reverse' | null>(null);
  const { id, may, hindrance } = correction;
  if (!may.decide && !may.withdraw && !may.reverse && hindrance === null) return null;
  const close = (): void => setDialog(null);
  return (
    <div className={css.buttons}>
      {may.decide ? (
        <>
          <Button
            size="compact-sm"
            variant="filled"
            leftSection={<Check size={14} />}
            loading={approve.isPending}
            onClick={() => void approve.mutateAsync({ id }).catch(notifyProblem)}
          >
            {t('corrections.approve')}
          </Button>
          <Button
            size="compact-sm"
            leftSection={<X size={14} />}
            disabled={approve.isPending}
            onClick={() => setDialog('refuse')}
          >
            {t('corrections.refuse')}
          </Button>
        </>
      ) : null}
      {may.withdraw ? (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<Undo2 size={14} />}
          loading={withdraw.isPending}
          onClick={() => void withdraw.mutateAsync({ id }).catch(notifyProblem)}
        >
          {t('corrections.withdraw')}
        </Button>
      ) : null}
      {may.reverse ? (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<RotateCcw size={14} />}
          onClick={() => setDialog('reverse')}
        >
          {t('corrections.reverse')}
        </Button>
      ) : null}
      {hindrance === null ? null : (
        <span className="dim">{t(`corrections.hindrance.${hindrance}`)}</span>
      )}
      {dialog === 'refuse' ? <RefuseDialog id={id} onClose={close} /> : null}
      {dialog === 'reverse' ? <ReverseDialog id={id} onClose={close} /> : null}
    </div>
  );
};
