import { Button, Textarea } from '@mantine/core';
import { useRef, type ChangeEvent } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import css from './templates.module.css';

type Changed = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
type Props = {
  label: string;
  description: string;
  input: { name: string; value: string; onChange: Changed; error?: string };
  onText: (text: string) => void;
  variables: readonly string[];
  isReadOnly?: boolean;
};

/** Words that are said to many, and the variables that a click puts among them. */
export const TemplateText = (props: Props) => {
  const { label, description, input, onText, variables, isReadOnly = false } = props;
  const t = useTexts('work');
  const field = useRef<HTMLTextAreaElement>(null);
  const insert = (key: string): void => {
    const text = input.value;
    const at = field.current?.selectionStart ?? text.length;
    const word = `{{${t(`templates.variables.${key}`)}}}`;
    onText(text.slice(0, at) + word + text.slice(at));
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at + word.length, at + word.length);
    });
  };
  return (
    <>
      <Textarea
        ref={field}
        label={label}
        description={description}
        autosize
        minRows={4}
        maxRows={12}
        readOnly={isReadOnly}
        {...input}
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
