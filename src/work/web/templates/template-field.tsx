import { ActionIcon, Textarea } from '@mantine/core';
import { MessageSquareQuote } from 'lucide-react';
import type { RefObject } from 'react';
import { keyNames } from '../../../ui/keys.ts';
import { useShortcut } from '../../../ui/shortcut.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useChoice, useTypedWord } from '../fields/use-typed-word.ts';
import { meantBy, TemplateList } from './template-list.tsx';
import { filledText } from './template-words.ts';
import css from './templates.module.css';
import { useTemplates, useTemplateValues } from './use-templates.ts';

type Props = {
  at: { entity: string; entityId: number };
  value: string;
  onChange: (text: string) => void;
  label: string;
  placeholder: string;
  isReadOnly: boolean;
  error?: string | undefined;
  field: RefObject<HTMLTextAreaElement | null>;
};

/** A field in which `/` offers texts that are ready, filled for whoever is answered. */
export const TemplateField = ({ at, value, onChange, field, ...shown }: Props) => {
  const t = useTexts('work');
  const word = useTypedWord({ field, text: value, onChange, sign: '/' });
  const { typed } = word;
  const { templates } = useTemplates();
  const isOpen = typed !== null && templates.length > 0;
  const values = useTemplateValues(at, isOpen);
  const query = typed?.query.trim() ?? '';
  const meant = isOpen ? meantBy(templates, query) : [];
  const choose = (place: number): void => {
    const template = meant[place];
    if (template && typed) word.put(typed, filledText(template.text, values, t));
  };
  const { place, setPlace, onKeyDown } = useChoice(query, meant.length, choose);
  useShortcut('Mod+Slash', word.begin, { label: t('templates.choose') });
  useShortcut('Escape', word.shut, { isEnabled: isOpen, isWhileTyping: true });
  return (
    <>
      {isOpen ? (
        <TemplateList {...{ meant, values, place }} onPoint={setPlace} onChoose={choose} />
      ) : null}
      <Textarea
        name="text"
        value={value}
        readOnly={shown.isReadOnly}
        ref={field}
        onChange={(event) => {
          word.noteCaret(event);
          onChange(event.target.value);
        }}
        onSelect={word.noteCaret}
        onKeyDown={onKeyDown}
        aria-label={shown.label}
        placeholder={shown.placeholder}
        rightSectionProps={{ className: css.begin ?? '' }}
        rightSection={
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('templates.choose')}
            aria-keyshortcuts="Control+/"
            title={`${t('templates.choose')} · ${keyNames('Mod+Slash').join(' ')}`}
            onClick={word.begin}
          >
            <MessageSquareQuote size={16} />
          </ActionIcon>
        }
        autosize
        minRows={3}
        maxRows={12}
        {...(shown.error === undefined ? {} : { error: shown.error })}
      />
    </>
  );
};
