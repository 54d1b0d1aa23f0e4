import { Button, Modal } from '@mantine/core';
import { useTexts } from '../../../ui/texts.ts';
import type { Card } from './board-state.ts';
import css from './board.module.css';

type Stage = { id: number; name: string };
type Props = {
  card: Card;
  stages: readonly Stage[];
  onMove: (stage: Stage) => void;
  onWin: () => void;
  onLose: () => void;
  onClose: () => void;
};

/** Where a deal goes, for fingers and for keys: the stages, and both ends. */
export const MoveDialog = ({ card, stages, onMove, onWin, onLose, onClose }: Props) => {
  const t = useTexts('sales');
  const doing = (act: () => void) => (): void => {
    onClose();
    act();
  };
  return (
    <Modal opened onClose={onClose} title={card.name} size={360}>
      <div className={css.ways} role="group" aria-label={t('board.move')}>
        {stages.map((stage) => (
          <Button
            key={stage.id}
            variant="default"
            fullWidth
            disabled={stage.id === card.stageId}
            onClick={doing(() => onMove(stage))}
          >
            {stage.name}
          </Button>
        ))}
        <Button variant="filled" fullWidth onClick={doing(onWin)}>
          {t('deals.win')}
        </Button>
        <Button variant="subtle" color="gray" fullWidth onClick={doing(onLose)}>
          {t('deals.lose')}
        </Button>
      </div>
    </Modal>
  );
};
