import { ActionIcon, Button } from '@mantine/core';
import { ArrowUp } from 'lucide-react';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { settingsPaths, useWrite, type Word } from '../client.ts';

type Props = {
  kind: 'sources' | 'reasons';
  word: Word;
  onOpen: () => void;
  onRaise: (() => void) | null;
};

/** A source or a reason, with the way out of use and back. */
export const WordRow = ({ kind, word, onOpen, onRaise }: Props) => {
  const t = useTexts('sales');
  const change = useWrite('PUT /api/sales-words/{id}', settingsPaths);
  const { id, name, isArchived } = word;
  const put = (off: boolean) => change.mutateAsync({ kind, id, name, isArchived: off });
  const toggle = async (): Promise<void> => {
    await put(!isArchived);
    if (!isArchived) undoToast({ text: t('settings.isOff', { name }), undo: () => put(false) });
  };
  return (
    <PickRow title={name} onPick={onOpen}>
      {isArchived ? <Badge>{t('settings.off')}</Badge> : null}
      <Button
        size="xs"
        variant="subtle"
        loading={change.isPending}
        onClick={() => void toggle().catch(notifyProblem)}
      >
        {t(isArchived ? 'settings.restore' : 'settings.archive')}
      </Button>
      {onRaise ? (
        <ActionIcon aria-label={t('settings.raise', { name })} onClick={onRaise}>
          <ArrowUp size={14} />
        </ActionIcon>
      ) : null}
    </PickRow>
  );
};
