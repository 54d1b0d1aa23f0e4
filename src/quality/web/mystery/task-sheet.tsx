import { useState } from 'react';
import { formatDay, formatNo } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import figures from '../../../ui/show/figures.module.css';
import { useTexts } from '../../../ui/texts.ts';
import { type ShopperTask, useWrite } from '../client.ts';
import { EvidenceDialog } from '../audits/evidence-dialog.tsx';
import css from '../quality.module.css';
import { MetLines } from './met-lines.tsx';
import { ResultDialog } from './result-dialog.tsx';
import { TaskDeeds } from './task-deeds.tsx';

type Props = { task: ShopperTask; isOpen: boolean };

/** One task of a shopper: what to say and to look for, and what they met. */
export const TaskSheet = ({ task, isOpen }: Props) => {
  const t = useTexts('quality');
  const { id, kind, channel, script, lookFor, shopper, dueOn, doneAt, isLate } = task;
  const title = [formatNo(id), t(`shopperKinds.${kind}`), t(`shopperChannels.${channel}`)].join(
    ' · ',
  );
  const [opened, setOpened] = useState<'result' | 'proof'>();
  const add = useWrite('POST /api/quality-shopper-tasks/{id}/proofs', ['/api/quality-rounds']);
  const close = (): void => setOpened(undefined);
  return (
    <section className={figures.sheet} aria-label={title}>
      <div className={figures.head}>
        <h2>{title}</h2>
        <span className="dim">{shopper}</span>
        <Badge tone={doneAt ? 'green' : isLate ? 'red' : 'amber'}>
          {doneAt ? t('mystery.isDone') : t('steps.by', { on: formatDay(dueOn) })}
        </Badge>
        {isOpen ? <TaskDeeds task={task} onOpen={setOpened} /> : null}
      </div>
      <p className={css.words}>{script}</p>
      {lookFor === '' ? null : <p className="dim">{t('mystery.look', { lookFor })}</p>}
      {doneAt ? <MetLines task={task} isOpen={isOpen} /> : null}
      {opened === 'result' ? <ResultDialog task={task} onClose={close} /> : null}
      {opened === 'proof' ? (
        <EvidenceDialog
          title={title}
          save={(given) => add.mutateAsync({ id, ...given })}
          onClose={close}
        />
      ) : null}
    </section>
  );
};
