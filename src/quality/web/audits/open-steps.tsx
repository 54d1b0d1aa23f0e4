import { Button } from '@mantine/core';
import { useState } from 'react';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';
import { formatDay } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { auditPaths, type OpenStep, useRead, useWrite } from '../client.ts';

/** What is still to be done after audits by oneself, or by people in reach; nothing: not shown. */
export const OpenSteps = () => {
  const t = useTexts('quality');
  const { data } = useRead('GET /api/quality-audit-steps');
  const [done, setDone] = useState<OpenStep>();
  const end = useWrite('PUT /api/quality-audit-steps/{id}', auditPaths);
  if (!data || data.steps.length === 0) return null;
  return (
    <>
      <FigureTable<OpenStep>
        title={t('steps.open')}
        empty=""
        rows={data.steps}
        keyOf={({ id }) => String(id)}
        columns={[
          { key: 'what', label: t('steps.what'), show: ({ words }) => words },
          {
            key: 'subject',
            label: t('audits.subject'),
            isWords: true,
            show: ({ subject }) => subject,
          },
          { key: 'who', label: t('steps.who'), isWords: true, show: ({ staff }) => staff.name },
          { key: 'due', label: t('steps.dueOn'), isWords: true, show: dueOf },
          { key: 'deeds', label: t('deeds'), show: (step) => tickOf(step, setDone) },
        ]}
      />
      {done ? (
        <ReasonDialog
          title={t('steps.done')}
          label={t('steps.doneWords')}
          save={(words) => end.mutateAsync({ id: done.id, isDone: true, words })}
          onClose={() => setDone(undefined)}
        />
      ) : null}
    </>
  );
};

const dueOf = (step: OpenStep) => <Due step={step} />;
const tickOf = (step: OpenStep, onDone: (step: OpenStep) => void) => (
  <Tick step={step} onDone={onDone} />
);

const Due = ({ step: { dueOn, isLate } }: { step: OpenStep }) =>
  isLate ? <Badge tone="red">{formatDay(dueOn)}</Badge> : formatDay(dueOn);

const Tick = ({ step, onDone }: { step: OpenStep; onDone: (step: OpenStep) => void }) => {
  const t = useTexts('quality');
  return (
    <Button size="xs" variant="default" onClick={() => onDone(step)}>
      {t('steps.done')}
    </Button>
  );
};
