import { Select } from '@mantine/core';
import { useTexts } from '../../../ui/texts.ts';
import type { Pipeline } from '../client.ts';

type Props = {
  all: readonly Pipeline[];
  /** Stages that go out of use, and take nothing. */
  leaving: readonly number[];
  value: string | null;
  onChange: (value: string | null) => void;
  error?: string;
};

/** Where the open deals of what goes out of use are to stand. */
export const DealsTo = ({ all, leaving, ...field }: Props) => {
  const t = useTexts('sales');
  const data = all
    .filter(({ isArchived }) => !isArchived)
    .map(({ name, stages }) => ({
      group: name,
      items: stages
        .filter(({ id, isArchived }) => !isArchived && !leaving.includes(id))
        .map(({ id, name: label }) => ({ value: String(id), label })),
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <Select
      label={t('settings.dealsTo')}
      description={t('settings.dealsToHint')}
      clearable
      data={data}
      {...field}
    />
  );
};
