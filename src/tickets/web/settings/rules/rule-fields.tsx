import { Select } from '@mantine/core';
import type { ChangeEvent } from 'react';
import type { Condition } from '../../../../ui/table/contract.ts';
import { ConditionChips } from '../../../../ui/table/filter-chips.tsx';
import { useAsked } from '../../../../ui/table/use-asked.ts';
import { useTexts } from '../../../../ui/texts.ts';
import { TemplateText, useVariables } from '../../../../work/web/index.tsx';

type ConditionProps = {
  value: Condition | undefined;
  onChange: (value: Condition | undefined) => void;
};

/** Which tickets a rule is for, asked as the list of tickets asks. */
export const RuleCondition = ({ value, onChange }: ConditionProps) => (
  <ConditionChips list={useAsked('tickets')} value={value} onChange={onChange} />
);

type NoteProps = { value: string; onChange: (text: string) => void; error?: string };

/** What a rule writes; the variables in it stand in words while it is edited. */
export const RuleNote = ({ value, onChange, error }: NoteProps) => {
  const t = useTexts('tickets');
  const words = useVariables();
  const put = (text: string): void => onChange(words.kept(text));
  return (
    <TemplateText
      label={t('rules.note')}
      description={t('rules.noteHint')}
      input={{
        name: 'note',
        value: words.shown(value),
        onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
          put(event.target.value),
        ...(error === undefined ? {} : { error }),
      }}
      onText={put}
      variables={words.impersonal}
    />
  );
};

const kinds = ['note', 'reply'] as const;
type NoteKind = (typeof kinds)[number];
type KindProps = { value: NoteKind; onChange: (kind: NoteKind) => void };

/** Whether colleagues read it or the subscriber gets it. */
export const RuleNoteKind = ({ value, onChange }: KindProps) => {
  const t = useTexts('tickets');
  return (
    <Select
      label={t('notes.kind')}
      allowDeselect={false}
      value={value}
      data={kinds.map((kind) => ({ value: kind, label: t(`notes.kinds.${kind}`) }))}
      onChange={(kind) => kind && onChange(kind)}
    />
  );
};
