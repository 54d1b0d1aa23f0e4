import { useMantineColorScheme } from '@mantine/core';
import { currentLanguage } from '../language.ts';
import { notifyProblem } from '../notify.tsx';
import { Segmented } from '../show/segmented.tsx';
import { changeLanguage, useTexts } from '../texts.ts';

/** Light, dark, or as the system has it; this browser keeps it. */
export const SchemeSwitch = () => {
  const t = useTexts();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Segmented
      label={t('account.scheme')}
      value={colorScheme}
      onChange={setColorScheme}
      options={[
        { value: 'light', label: t('account.light') },
        { value: 'dark', label: t('account.dark') },
        { value: 'auto', label: t('account.auto') },
      ]}
    />
  );
};

/** The language of the screen; this browser keeps it. */
export const LanguageSwitch = () => {
  const t = useTexts();
  return (
    <Segmented
      label={t('account.language')}
      value={currentLanguage()}
      onChange={(language) => void changeLanguage(language).catch(notifyProblem)}
      options={[
        { value: 'ru', label: 'Русский' },
        { value: 'en', label: 'English' },
      ]}
    />
  );
};
