import { ActionIcon } from '@mantine/core';
import { ArrowUp } from 'lucide-react';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Stage } from '../client.ts';
import { useStageWords } from './use-stage-words.ts';

type Props = { stage: Stage; onOpen: () => void; onRaise: (() => void) | null };

/** A stage in its pipeline, as a sentence. */
export const StageRow = ({ stage, onOpen, onRaise }: Props) => {
  const t = useTexts('sales');
  const wordsOf = useStageWords();
  const { name, isArchived } = stage;
  return (
    <PickRow title={name} text={wordsOf(stage)} onPick={onOpen}>
      {isArchived ? <Badge>{t('settings.off')}</Badge> : null}
      {onRaise ? (
        <ActionIcon aria-label={t('settings.raise', { name })} onClick={onRaise}>
          <ArrowUp size={14} />
        </ActionIcon>
      ) : null}
    </PickRow>
  );
};
