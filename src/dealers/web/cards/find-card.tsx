import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import css from '../dealers.module.css';
import { CardView } from './card-view.tsx';

/** What somebody has read off a card: its series and its number. */
const read = (text: string): { series: string; number: number } | null => {
  const parts = /^\s*([\p{L}\d]{1,10})[\s-]+0*(\d{1,7})\s*$/u.exec(text);
  return parts ? { series: parts[1] ?? '', number: Number(parts[2]) } : null;
};

/** A card by its number, kept in the address. */
export const FindCard = () => {
  const t = useTexts('dealers');
  const [params, setParams] = useSearchParams();
  const asked = params.get('card') ?? '';
  const [text, setText] = useState(asked);
  const [isWrong, setWrong] = useState(false);
  const card = read(asked);
  return (
    <div>
      <form
        className={css.tools}
        onSubmit={(event) => {
          event.preventDefault();
          setWrong(read(text) === null);
          if (read(text)) setParams({ card: text.trim() }, { replace: true });
        }}
      >
        <TextInput
          label={t('cards.find')}
          placeholder={t('cards.findHint')}
          value={text}
          error={isWrong ? t('cards.findWrong') : undefined}
          onChange={(event) => setText(event.target.value)}
          style={{ flex: '1 1 240px', maxWidth: 340 }}
        />
        <Button type="submit">{t('cards.findAction')}</Button>
      </form>
      {card ? <Found {...card} /> : null}
    </div>
  );
};

const Found = (asked: { series: string; number: number }) => {
  const { data, error } = useRead('GET /api/cards/{series}/{number}', asked);
  if (error) return <ErrorState failure={error} />;
  return data ? <CardView card={data} /> : null;
};
