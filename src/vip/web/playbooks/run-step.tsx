import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { Box, CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Run, useWrite } from '../client.ts';
import css from '../vip.module.css';

/** What a step of a walk makes out of date. */
export const runPaths = ['/api/vip/{id}/playbooks', '/api/vip-playbooks', '/api/vip-sheet'];

/** A walk: what was answered so far, and the step that is to be done now. */
export const RunStep = ({ run }: { run: Run }) => {
  const t = useTexts('vip');
  const { playbook, deeds, step, outcome, dueOn, isLate } = run;
  const due = dueOn === null ? '' : t('playbooks.due', { on: formatDay(dueOn) });
  return (
    <Box>
      <CardSection
        title={playbook.name}
        actions={
          outcome === null ? (
            <Badge tone={isLate ? 'red' : 'teal'}>{due}</Badge>
          ) : (
            <Badge>{t(`playbookOutcomes.${outcome}`)}</Badge>
          )
        }
      >
        {deeds.map(({ title, answer, note }) => (
          <p key={title} className="dim">
            {[`${title}: ${answer}`, note].filter(Boolean).join(' · ')}
          </p>
        ))}
        {step ? <StepNow key={run.version} run={run} step={step} /> : null}
      </CardSection>
    </Box>
  );
};

const StepNow = ({ run, step }: { run: Run; step: NonNullable<Run['step']> }) => {
  const t = useTexts('vip');
  const [note, setNote] = useState('');
  const answer = useWrite('POST /api/vip-playbook-runs/{id}/answer', runPaths);
  const end = useWrite('POST /api/vip-playbook-runs/{id}/end', runPaths);
  const at = { id: run.id, version: run.version };
  return (
    <>
      <div className={css.line}>
        <b>{step.title}</b>
        {step.isEmpathy ? <Badge tone="violet">{t('playbooks.empathy')}</Badge> : null}
        <span className="dim">{t(`stepOwners.${step.owner}`)}</span>
      </div>
      {step.words === '' ? null : <p>{step.words}</p>}
      <TextInput
        label={t('playbooks.note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className={css.line}>
        {step.answers.map(({ label }, index) => (
          <Button
            key={label}
            size="xs"
            loading={answer.isPending}
            onClick={() =>
              void answer.mutateAsync({ ...at, answer: index, note }).catch(notifyProblem)
            }
          >
            {label}
          </Button>
        ))}
        <Button
          size="xs"
          variant="subtle"
          loading={end.isPending}
          onClick={() => void end.mutateAsync({ ...at, outcome: 'given_up' }).catch(notifyProblem)}
        >
          {t('playbooks.end')}
        </Button>
      </div>
    </>
  );
};
