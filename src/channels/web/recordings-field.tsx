import { TextInput, type TextInputProps } from '@mantine/core';
import { useTexts } from '../../ui/texts.ts';
import type { HookProvider } from '../api/choices.ts';

type Props = TextInputProps & { by: HookProvider | 'asterisk' };

/** From where what was said in calls is fetched; empty where it is not. */
export const RecordingsField = ({ by, ...field }: Props) => {
  const t = useTexts('channels');
  return (
    <TextInput {...field} label={t('recordings.from')} description={t(`recordings.hints.${by}`)} />
  );
};
