import { Button } from '@mantine/core';
import { ClipboardCheck, ListTodo } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import type { Finding } from '../../kinds.ts';
import { type Audit, auditPaths, useWrite } from '../client.ts';
import css from '../quality.module.css';
import { EvidenceDialog } from './evidence-dialog.tsx';
import type { Point } from './point-line.tsx';
import { StepDialog } from './step-dialog.tsx';

type Props = { point: Point; audit: Audit; answer: Finding | undefined };

/** Evidence while the audit is under way, and at any time a step for what is not met. */
export const PointDeeds = ({ point, audit, answer }: Props) => {
  const t = useTexts('quality');
  const [opened, setOpened] = useState<'evidence' | 'step'>();
  const add = useWrite('POST /api/quality-audits/{id}/evidence', auditPaths);
  const mayPlan = answer === 'partly' || answer === 'unmet';
  const at = { id: audit.id, point: point.key };
  const close = (): void => setOpened(undefined);
  return (
    <div className={css.line}>
      {audit.finishedAt === null && answer !== undefined && answer !== 'na' ? (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<ClipboardCheck size={12} />}
          onClick={() => setOpened('evidence')}
        >
          {t('audits.addEvidence')}
        </Button>
      ) : null}
      {mayPlan ? (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<ListTodo size={12} />}
          onClick={() => setOpened('step')}
        >
          {t('steps.add')}
        </Button>
      ) : null}
      {opened === 'evidence' ? (
        <EvidenceDialog
          title={point.title}
          save={(given) => add.mutateAsync({ ...at, ...given })}
          onClose={close}
        />
      ) : null}
      {opened === 'step' ? <StepDialog at={at} title={point.title} onClose={close} /> : null}
    </div>
  );
};
