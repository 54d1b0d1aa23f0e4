import { Badge, type Tone } from '../../ui/show/badge.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { DealState } from './client.ts';

const tones: Record<DealState, Tone> = { open: 'blue', won: 'green', lost: 'gray' };

/** Whether it is still open, and how it ended. */
export const DealMark = ({ state }: { state: DealState }) => {
  const t = useTexts('sales');
  return <Badge tone={tones[state]}>{t(`choices.state.${state}`)}</Badge>;
};
