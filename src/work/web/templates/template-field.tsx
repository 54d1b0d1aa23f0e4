import { Button, Textarea } from '@mantine/core';
import { useRef, useState, type ReactNode, type Ref } from 'react';
import { useShortcut } from '../../../ui/shortcut.ts';
import { KeyHint } from '../../../ui/show/key-hint.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { TemplateList, useTemplateList } from './template-list.tsx';
import css from './templates.module.css';
import { typedWord, withWord } from './typed-word.ts';

type Props = {
  at: { entity: string; entityId: number };
  value: string;
  onChange: (text: string) => void;
  label: string;
  placeholder: string;
  isReadOnly: boolean;
  error?: string | undefined;
  field: Ref<HTMLTextAreaElement>;
  /** What else can be done with the text, beside the templates. */
  tools?: ReactNode;
  onFiles?: (files: File[]) => void;
};

/** A field in which `/` offers texts that are ready, filled for whoever is answered. */
export const TemplateField = (props: Props) => {
  const t = useTexts('work');
  const { value, onChange, onFiles } = props;
  const own = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [isShut, setShut] = useState(false);
  const typed = isShut ? null : typedWord(value, caret, '/');
  const moveTo = (at: number): void => {
    setCaret(at);
    requestAnimationFrame(() => {
      own.current?.focus();
      own.current?.setSelectionRange(at, at);
    });
  };
  const list = useTemplateList({ at: props.at, query: typed?.query ?? null }, (words) => {
    if (!typed) return;
    const next = withWord(value, typed, words);
    onChange(next.text);
    moveTo(next.caret);
  });
  const begin = (): void => {
    const at = own.current?.selectionStart ?? value.length;
    const isWordBegun = /\S/.test(value[at - 1] ?? ' ');
    const sign = isWordBegun ? ' /' : '/';
    setShut(false);
    onChange(value.slice(0, at) + sign + value.slice(at));
    moveTo(at + sign.length);
  };
  useShortcut('Mod+Slash', begin, { label: t('templates.choose') });
  useShortcut('Escape', () => setShut(true), {
    isEnabled: list.isOpen,
    isWhileTyping: true,
  });
  return (
    <>
      <TemplateList {...list} />
      <Textarea
        name="text"
        value={value}
        readOnly={props.isReadOnly}
        ref={(element) => {
          own.current = element;
          if (typeof props.field === 'function') props.field(element);
          else if (props.field) props.field.current = element;
        }}
        onChange={(event) => {
          setShut(false);
          setCaret(event.target.selectionStart);
          onChange(event.target.value);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={(event) => void list.onKeyDown(event)}
        onPaste={(event) => {
          const files = [...event.clipboardData.files];
          if (files.length === 0 || !onFiles) return;
          event.preventDefault();
          onFiles(files);
        }}
        aria-label={props.label}
        placeholder={props.placeholder}
        aria-controls={list.isOpen ? 'templates' : undefined}
        aria-activedescendant={list.isOpen ? `template-${list.place}` : undefined}
        autosize
        minRows={3}
        maxRows={12}
        {...(props.error === undefined ? {} : { error: props.error })}
      />
      <div className={css.tools}>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          rightSection={<KeyHint keys="Mod+Slash" />}
          aria-keyshortcuts="Control+/"
          onClick={begin}
        >
          {t('templates.choose')}
        </Button>
        {props.tools}
      </div>
    </>
  );
};
