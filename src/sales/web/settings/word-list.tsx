import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { raised } from '../../../ui/raised.ts';
import { PickList } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { settingsPaths, useWrite, type Word } from '../client.ts';
import { EditWord } from './edit-word.tsx';
import { WordRow } from './word-row.tsx';

type Props = { kind: 'sources' | 'reasons'; words: readonly Word[] };

/** Sources or reasons in the order in which they are offered. */
export const WordList = ({ kind, words }: Props) => {
  const t = useTexts('sales');
  const [open, setOpen] = useState<Word | 'new' | null>(null);
  const order = useWrite('PUT /api/sales-words/order', settingsPaths);
  const raise = (at: number) => (): void => {
    const ids = words.map(({ id }) => id);
    order.mutateAsync({ kind, ids: raised(ids, at) }).catch(notifyProblem);
  };
  return (
    <section aria-label={t(`settings.${kind}`)}>
      <h2>{t(`settings.${kind}`)}</h2>
      {words.length === 0 ? null : (
        <PickList>
          {words.map((word, at) => (
            <WordRow
              key={word.id}
              kind={kind}
              word={word}
              onOpen={() => setOpen(word)}
              onRaise={at === 0 || word.isArchived ? null : raise(at)}
            />
          ))}
        </PickList>
      )}
      <Button
        size="xs"
        variant="subtle"
        leftSection={<Plus size={14} />}
        onClick={() => setOpen('new')}
      >
        {t(`settings.add.${kind}`)}
      </Button>
      {open === null ? null : (
        <EditWord kind={kind} word={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </section>
  );
};
