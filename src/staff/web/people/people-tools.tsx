import { TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../settings/rows.module.css';

type Props = {
  words: string;
  onWords: (words: string) => void;
  isDisabled: boolean;
  onDisabled: (isDisabled: boolean) => void;
};

export const PeopleTools = ({ words, onWords, isDisabled, onDisabled }: Props) => {
  const t = useTexts('staff');
  return (
    <div className={css.tools}>
      <TextInput
        aria-label={t('people.search')}
        placeholder={t('people.search')}
        leftSection={<Search size={14} />}
        value={words}
        onChange={(event) => onWords(event.target.value)}
      />
      <Segmented
        label={t('people.show')}
        value={isDisabled ? 'disabled' : 'working'}
        onChange={(shown) => onDisabled(shown === 'disabled')}
        options={[
          { value: 'working', label: t('people.working') },
          { value: 'disabled', label: t('people.disabled') },
        ]}
      />
    </div>
  );
};
