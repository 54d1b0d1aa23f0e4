import { Button, Textarea } from '@mantine/core';
import { useRef, type ChangeEvent } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import css from './templates.module.css';

type Changed = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
type Props = {
  form: {
    values: { text: string };
    set: (key: 'text', value: string) => void;
    text: (key: 'text') => { name: string; value: string; onChange: Changed; error?: string };
  };
  variables: readonly string[];
  isReadOnly: boolean;
};

/** The words of a template, and the variables that a click puts among them. */
export const TemplateText = ({ form, variables, isReadOnly }: Props) => {
  const t = useTexts('work');
  const field = useRef<HTMLTextAreaElement>(null);
  const insert = (key: string): void => {
    const { text } = form.values;
    const at = field.current?.selectionStart ?? text.length;
    const word = `{{${t(`templates.variables.${key}`)}}}`;
    form.set('text', text.slice(0, at) + word + text.slice(at));
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at + word.length, at + word.length);
    });
  };
  return (
    <>
      <Textarea
        ref={field}
        label={t('templates.text')}
        description={t('templates.textHint')}
        autosize
        minRows={4}
        maxRows={12}
        readOnly={isReadOnly}
        {...form.text('text')}
      />
      <div className={css.variables}>
        {variables.map((key) => (
          <Button key={key} size="xs" variant="default" onClick={() => insert(key)}>
            {t(`templates.variables.${key}`)}
          </Button>
        ))}
      </div>
    </>
  );
};
