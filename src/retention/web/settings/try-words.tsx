import { Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../client.ts';

/** What the rules hear in a text that somebody types here; nothing comes of it. */
export const TryWords = () => {
  const t = useTexts('retention');
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 300);
  const { mutate, data } = useWrite('POST /api/wish-rules/try', []);
  useEffect(() => {
    if (asked !== '') mutate({ text: asked });
  }, [asked, mutate]);
  return (
    <div style={{ display: 'grid', gap: 6, maxWidth: 520 }}>
      <Textarea
        label={t('rules.try')}
        placeholder={t('rules.tryHint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        autosize
        minRows={1}
      />
      {asked === '' || !data ? null : (
        <span style={{ display: 'flex', gap: 6, alignItems: 'center' }}>
          <span>
            {data.words === null
              ? t('rules.unheard')
              : t('rules.heard', { words: data.words, rule: data.rule })}
          </span>
          {data.isAngry ? <Badge tone="red">{t('rules.angry')}</Badge> : null}
        </span>
      )}
    </div>
  );
};
