import { ActionIcon } from '@mantine/core';
import { X } from 'lucide-react';
import { formatDay } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Audit, auditPaths, useWrite } from '../client.ts';
import css from '../quality.module.css';
import { EvidenceLines } from './evidence-lines.tsx';
import type { Point } from './point-line.tsx';

type Props = { point: Point; audit: Audit };

/** By what a finding is known, and the plan that followed from it. */
export const PointProof = ({ point: { key }, audit }: Props) => {
  const t = useTexts('quality');
  const ofPoint = ({ point }: { point: string }): boolean => point === key;
  const remove = useWrite('DELETE /api/quality-evidence/{id}', auditPaths);
  const steps = audit.steps.filter(ofPoint);
  const left = audit.previous?.stepsLeft.filter(ofPoint) ?? [];
  return (
    <>
      <EvidenceLines
        proofs={audit.evidence.filter(ofPoint)}
        {...(audit.finishedAt
          ? {}
          : {
              onRemove: (id: number) => remove.mutate({ id }, { onError: notifyProblem }),
            })}
      />
      {left.map(({ words }) => (
        <p key={words} className="dim">
          {t('steps.leftBefore', { words })}
        </p>
      ))}
      {steps.map((step) => (
        <p key={step.id} className={css.line}>
          <Badge tone={step.doneAt ? 'green' : 'blue'}>
            {step.doneAt ? t('steps.isDone') : t('steps.by', { on: formatDay(step.dueOn) })}
          </Badge>
          {step.words} · {step.staff.name}
          {step.doneWords === '' ? null : <span className="dim">{step.doneWords}</span>}
          {step.doneAt ? null : <DropStep id={step.id} />}
        </p>
      ))}
    </>
  );
};

const DropStep = ({ id }: { id: number }) => {
  const t = useTexts('quality');
  const drop = useWrite('DELETE /api/quality-audit-steps/{id}', auditPaths);
  return (
    <ActionIcon
      size="xs"
      aria-label={t('steps.drop')}
      onClick={() => drop.mutate({ id }, { onError: notifyProblem })}
    >
      <X size={12} />
    </ActionIcon>
  );
};
