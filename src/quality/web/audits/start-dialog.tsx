import { Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { auditPaths, useRead, useWrite } from '../client.ts';

/** Says what is audited, and by which checklist. */
export const StartDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('quality');
  const go = useNavigate();
  const { data } = useRead('GET /api/quality-checklists');
  const start = useWrite('POST /api/quality-audits', auditPaths);
  const checklists = (data?.checklists ?? []).filter(({ isArchived }) => !isArchived);
  const [chosen, setChosen] = useState<string>();
  // Where there is one, it is the one.
  const checklistId = chosen ?? String(checklists[0]?.id ?? '');
  const form = useForm<{ subject: string }, { id: number }>({
    initial: { subject: '' },
    save: ({ subject }) => start.mutateAsync({ checklistId: Number(checklistId), subject }),
    onSaved: ({ id }) => void go(`/quality/audits/${id}`),
  });
  return (
    <Modal opened onClose={onClose} title={t('audits.start')} size={460}>
      <Form
        form={form}
        submitLabel={t('audits.start')}
        onCancel={onClose}
        isReady={checklistId !== ''}
      >
        <TextInput
          {...form.text('subject')}
          label={t('audits.subject')}
          description={t('audits.subjectHint')}
          required
        />
        <Select
          value={checklistId}
          onChange={(value) => setChosen(value ?? checklistId)}
          label={t('audits.checklist')}
          allowDeselect={false}
          data={checklists.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      </Form>
    </Modal>
  );
};
