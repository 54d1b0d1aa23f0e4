import { Select } from '@mantine/core';
import { FormRow } from '../../../ui/form/form.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useNodes, useTermChoices } from '../use-choices.ts';

/** A choice as a form binds it. */
type Field = {
  name: string;
  value: string | null;
  onChange: (value: string | null) => void;
  error?: string;
};

/** By which node a line is served, and on what terms it is connected. */
export const NodeAndTerms = ({ node, terms }: { node: Field; terms: Field }) => {
  const t = useTexts('network');
  const nodes = useNodes();
  const choices = useTermChoices();
  return (
    <FormRow>
      <Select {...node} label={t('fields.node')} searchable clearable data={nodes} />
      <Select {...terms} label={t('fields.terms')} clearable data={choices} />
    </FormRow>
  );
};
