import { Button, Checkbox, Modal, Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { currentLanguage } from '../../../ui/language.ts';
import { notifyDone, notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useWrite } from '../api.ts';
import { keptText, shownText } from './template-words.ts';
import css from './templates.module.css';
import type { Template } from './use-templates.ts';

type Props = { template: Template | null; variables: readonly string[]; onClose: () => void };
type Values = { name: string; text: string; language: 'ru' | 'en'; isShared: boolean };

const languages = [
  { value: 'ru', label: 'RU' },
  { value: 'en', label: 'EN' },
] as const;

export const EditTemplate = ({ template, variables, onClose }: Props) => {
  const t = useTexts('work');
  const may = useMay();
  const field = useRef<HTMLTextAreaElement>(null);
  const create = useWrite('POST /api/templates');
  const change = useWrite('PUT /api/templates/{id}', ['/api/templates']);
  const form = useForm<Values, unknown>({
    initial: {
      name: template?.name ?? '',
      text: shownText(template?.text ?? '', variables, t),
      language: template?.language ?? currentLanguage(),
      isShared: template?.isShared ?? false,
    },
    save: (values) => {
      const given = { ...values, text: keptText(values.text, variables, t) };
      return template
        ? change.mutateAsync({ id: template.id, ...given })
        : create.mutateAsync(given);
    },
    onSaved: () => {
      notifyDone(t('templates.saved'));
      onClose();
    },
  });
  const insert = (key: string): void => {
    const at = field.current?.selectionStart ?? form.values.text.length;
    const word = `{{${t(`templates.variables.${key}`)}}}`;
    form.set('text', form.values.text.slice(0, at) + word + form.values.text.slice(at));
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at + word.length, at + word.length);
    });
  };
  const isOwn = template?.isOwn ?? true;
  const language = form.value('language');
  return (
    <Modal opened onClose={onClose} title={template?.name ?? t('templates.create')} size={560}>
      <Form
        form={form}
        isGuarded={false}
        aside={template?.isOwn ? <DeleteButton template={template} onClose={onClose} /> : null}
      >
        <TextInput
          label={t('templates.name')}
          data-autofocus
          readOnly={!isOwn}
          {...form.text('name')}
        />
        <Textarea
          ref={field}
          label={t('templates.text')}
          description={t('templates.textHint')}
          autosize
          minRows={4}
          maxRows={12}
          readOnly={!isOwn}
          {...form.text('text')}
        />
        <div className={css.variables}>
          {variables.map((key) => (
            <Button key={key} size="xs" variant="default" onClick={() => insert(key)}>
              {t(`templates.variables.${key}`)}
            </Button>
          ))}
        </div>
        <Segmented
          label={t('templates.language')}
          value={language.value}
          options={languages}
          onChange={language.onChange}
        />
        {may('work.share_templates') ? (
          <Checkbox
            label={t('templates.share')}
            description={t('templates.shareHint')}
            {...form.tick('isShared')}
          />
        ) : null}
      </Form>
    </Modal>
  );
};

const DeleteButton = ({ template, onClose }: { template: Template; onClose: () => void }) => {
  const t = useTexts('work');
  const remove = useWrite('DELETE /api/templates/{id}', ['/api/templates']);
  const create = useWrite('POST /api/templates');
  const { id, name, text, language, isShared } = template;
  const drop = async (): Promise<void> => {
    await remove.mutateAsync({ id });
    onClose();
    undoToast({
      text: t('templates.deleted', { name }),
      undo: () => create.mutateAsync({ name, text, language, isShared }),
    });
  };
  return (
    <Button variant="subtle" color="gray" onClick={() => void drop().catch(notifyProblem)}>
      {t('templates.delete')}
    </Button>
  );
};
