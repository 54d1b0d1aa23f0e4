import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { findFlaws } from '../../scripts/check-steps.ts';
import { type Script, useWrite } from '../client.ts';
import { DraftActs } from './draft-acts.tsx';
import { StepList } from './step-list.tsx';
import { editedOf, type ScriptValues, stepsOf } from './step-values.ts';
import css from './scripts.module.css';

type Props = { script: Script; onAnew: () => void };

/** The draft: what is written is kept with flaws too, and published without. */
export const ScriptForm = ({ script, onAnew }: Props) => {
  const t = useTexts('sales');
  const { id } = script;
  const write = useWrite('PUT /api/sale-scripts/{id}/draft');
  const [version, setVersion] = useState(script.version);
  const form = useForm<ScriptValues, { version: number }>({
    initial: { name: script.name, steps: editedOf(script.steps) },
    save: ({ name, steps }) => write.mutateAsync({ id, version, name, steps: stepsOf(steps) }),
    onSaved: (saved) => setVersion(saved.version),
  });
  const steps = stepsOf(form.values.steps);
  const flaws = findFlaws(steps);
  return (
    <Form
      form={form}
      submitLabel={t('scripts.save')}
      aside={
        <DraftActs
          script={script}
          version={version}
          steps={steps}
          isSaved={!form.isDirty}
          isSound={flaws.length === 0}
          onAnew={onAnew}
        />
      }
    >
      <TextInput {...form.text('name')} label={t('scripts.name')} className={css.name ?? ''} />
      <StepList
        steps={form.values.steps}
        flaws={flaws}
        onChange={(next) => form.set('steps', next)}
      />
      {flaws.length > 0 ? <p className={css.flawed}>{t('scripts.flawed')}</p> : null}
    </Form>
  );
};
