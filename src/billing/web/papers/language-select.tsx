import { Select } from '@mantine/core';
import { useTexts } from '../../../ui/texts.ts';

type Language = 'ru' | 'en';
type Props = { name: string; value: Language; onChange: (value: Language) => void };

/** In which language a paper is to be. */
export const LanguageSelect = ({ onChange, ...field }: Props) => {
  const t = useTexts('billing');
  return (
    <Select
      {...field}
      label={t('papers.language')}
      allowDeselect={false}
      data={(['ru', 'en'] as const).map((value) => ({
        value,
        label: t(`choices.language.${value}`),
      }))}
      onChange={(value) => onChange(value === 'en' ? 'en' : 'ru')}
    />
  );
};
