import { Modal, Select, TextInput } from '@mantine/core';
import { Link } from 'react-router';
import { useSkills } from '../../../staff/web/index.tsx';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useLabels } from '../../../work/web/index.tsx';
import { channels, languages, topics } from '../../api/words.ts';
import { useWrite } from '../api.ts';

type Values = {
  skillId: string | null;
  channel: (typeof channels)[number] | null;
  topic: (typeof topics)[number] | null;
  labelId: string | null;
  language: (typeof languages)[number] | null;
  words: string;
};

const nothing: Values = {
  skillId: null,
  channel: null,
  topic: null,
  labelId: null,
  language: null,
  words: '',
};

const named = (rows: readonly { id: number; name: string }[]) =>
  rows.map(({ id, name }) => ({ value: String(id), label: name }));

/** What is chosen from lists. */
const Conditions = ({ form }: { form: ReturnType<typeof useForm<Values, unknown>> }) => {
  const t = useTexts('conversations');
  const labels = useLabels();
  const any = { placeholder: t('skillRules.any'), clearable: true } as const;
  const worded = <Key extends string>(keys: readonly Key[], texts: string) =>
    keys.map((value) => ({ value, label: t(`${texts}.${value}`) }));
  return (
    <>
      <FormRow>
        <Select
          label={t('skillRules.channel')}
          data={worded(channels, 'channels')}
          {...any}
          {...form.value('channel')}
        />
        <Select
          label={t('skillRules.topic')}
          data={worded(topics, 'topics')}
          {...any}
          {...form.value('topic')}
        />
      </FormRow>
      <FormRow>
        <Select
          label={t('skillRules.label')}
          data={named(labels)}
          searchable
          {...any}
          {...form.value('labelId')}
        />
        <Select
          label={t('skillRules.language')}
          data={worded(languages, 'languages')}
          {...any}
          {...form.value('language')}
        />
      </FormRow>
    </>
  );
};

/** Says which requests ask for a skill; what is left empty may be anything. */
export const NewRule = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('conversations');
  const add = useWrite('POST /api/skill-rules');
  const skills = useSkills();
  const form = useForm<Values, unknown>({
    initial: nothing,
    save: ({ skillId, labelId, ...rest }) =>
      add.mutateAsync({
        ...rest,
        skillId: Number(skillId),
        labelId: labelId === null ? null : Number(labelId),
      }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('skillRules.new')} size={560}>
      {skills.length === 0 ? (
        <p>
          {t('skillRules.noSkills')} <Link to="/settings/skills">{t('skillRules.toSkills')}</Link>
        </p>
      ) : (
        <Form form={form} submitLabel={t('skillRules.add')} onCancel={onClose} isGuarded={false}>
          <Select
            label={t('skillRules.skill')}
            required
            data-autofocus
            data={named(skills)}
            {...form.value('skillId')}
          />
          <Conditions form={form} />
          <TextInput
            label={t('skillRules.words')}
            description={t('skillRules.wordsHint')}
            {...form.text('words')}
          />
        </Form>
      )}
    </Modal>
  );
};
