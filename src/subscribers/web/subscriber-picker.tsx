import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTexts } from '../../ui/texts.ts';
import { useRead } from './client.ts';

type Props = { label: string; exceptId: number; onPick: (id: number | null) => void };

/** Names another subscriber by its number, and shows who that is. */
export const SubscriberPicker = ({ label, exceptId, onPick }: Props) => {
  const t = useTexts('subscribers');
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(Number(typed.replaceAll(/\D/g, '')), 250);
  const isEnabled = asked > 0 && asked !== exceptId;
  const found = useRead('GET /api/subscribers/{id}', { id: asked }, { isEnabled });
  const foundId = isEnabled ? (found.data?.id ?? null) : null;
  useEffect(() => onPick(foundId), [foundId, onPick]);
  const error = found.isError && isEnabled ? t('errors.not_found') : undefined;
  return (
    <TextInput
      label={label}
      inputMode="numeric"
      value={typed}
      placeholder={t('picker.hint')}
      description={foundId === null ? undefined : found.data?.displayName}
      error={error}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
};
