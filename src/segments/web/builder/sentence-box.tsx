import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import type { Condition } from '../client.ts';
import { readTyped } from './use-wording.ts';

type Props = {
  sentence: string;
  onRead: (condition: Condition) => void;
  /** Whether what stands in it is not understood. */
  onWrong: (isWrong: boolean) => void;
};

/** The condition in words. Words typed over it are read back by Enter, or on leaving the field. */
export const SentenceBox = ({ sentence, onRead, onWrong }: Props) => {
  const t = useTexts('segments');
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setText] = useState<string | null>(null);
  const setWrong = (text: string | null): void => {
    setText(text);
    onWrong(text !== null);
  };
  const read = async (): Promise<void> => {
    if (typed === null || typed.trim() === '' || typed === sentence) return setTyped(null);
    const answer = await readTyped(typed);
    if ('wrong' in answer) return setWrong(answer.wrong);
    setTyped(null);
    setWrong(null);
    onRead(answer.condition);
  };
  return (
    <Textarea
      label={t('builder.sentence')}
      description={t('builder.sentenceHint')}
      placeholder={t('builder.sentenceExample')}
      autosize
      minRows={2}
      maxRows={8}
      value={typed ?? sentence}
      error={wrong}
      onChange={(event) => {
        setTyped(event.target.value);
        setWrong(null);
      }}
      onBlur={() => void read()}
      onKeyDown={(event) => {
        if (event.code !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        void read();
      }}
    />
  );
};
