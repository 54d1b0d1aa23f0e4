import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Form } from '../../../ui/form/form.tsx';
import { NamedMany } from '../../../ui/form/named-many.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone, notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../api.ts';
import { useColleagues } from '../use-colleagues.ts';

type Skill = {
  id: number;
  name: string;
  isArchived: boolean;
  people: { id: number; name: string }[];
};
type Values = { name: string; staffIds: string[] };
type Props = { skill: Skill | null; onClose: () => void };

/** A skill and who has it; a new one where none is given. */
export const EditSkill = ({ skill, onClose }: Props) => {
  const [query, setQuery] = useState('');
  const found = useColleagues(query);
  const t = useTexts('staff');
  const create = useWrite('POST /api/skills');
  const change = useWrite('PUT /api/skills/{id}');
  const form = useForm<Values, unknown>({
    initial: {
      name: skill?.name ?? '',
      staffIds: (skill?.people ?? []).map(({ id }) => String(id)),
    },
    save: ({ name, staffIds }) => {
      const values = { name, staffIds: staffIds.map(Number) };
      return skill ? change.mutateAsync({ id: skill.id, ...values }) : create.mutateAsync(values);
    },
    onSaved: () => {
      notifyDone(t('saved'));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={skill?.name ?? t('skills.create')} size={480}>
      <Form
        form={form}
        onCancel={onClose}
        isGuarded={false}
        aside={skill ? <ArchiveButton skill={skill} onClose={onClose} /> : null}
      >
        <TextInput
          label={t('skills.name')}
          placeholder={t('skills.nameHint')}
          data-autofocus
          {...form.text('name')}
        />
        <NamedMany
          label={t('skills.people')}
          placeholder={t('skills.peopleHint')}
          known={skill?.people ?? []}
          found={found}
          onSearch={setQuery}
          {...form.value('staffIds')}
        />
      </Form>
    </Modal>
  );
};

const ArchiveButton = ({ skill, onClose }: { skill: Skill; onClose: () => void }) => {
  const t = useTexts('staff');
  const change = useWrite('PUT /api/skills/{id}');
  const { id, name, isArchived } = skill;
  const toggle = async (): Promise<void> => {
    await change.mutateAsync({ id, isArchived: !isArchived });
    onClose();
    if (isArchived) return;
    undoToast({
      text: t('skills.isArchived', { name }),
      undo: () => change.mutateAsync({ id, isArchived: false }),
    });
  };
  return (
    <Button variant="subtle" color="gray" onClick={() => void toggle().catch(notifyProblem)}>
      {t(isArchived ? 'teams.restore' : 'teams.archive')}
    </Button>
  );
};
