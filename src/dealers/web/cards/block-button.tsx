import { Button } from '@mantine/core';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { cardPaths, useWrite, type Card } from '../client.ts';

/** Blocks one card, or takes that back, while it may still be activated. */
export const BlockButton = ({ card }: { card: Card }) => {
  const t = useTexts('dealers');
  const may = useMay();
  const block = useWrite('POST /api/card-batches/{id}/deeds', cardPaths);
  const isOver = card.state === 'activated' || card.state === 'expired';
  if (isOver || !may('dealers.cards')) return null;
  const { number: firstNumber, number: lastNumber, batchId: id } = card;
  const kind = card.isBlocked ? 'unblocked' : 'blocked';
  return (
    <Button
      size="xs"
      variant="subtle"
      loading={block.isPending}
      onClick={() =>
        void block.mutateAsync({ id, kind, firstNumber, lastNumber }).catch(notifyProblem)
      }
    >
      {t(card.isBlocked ? 'cards.unblockCard' : 'cards.blockCard')}
    </Button>
  );
};
