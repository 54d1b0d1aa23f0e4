import { useMay } from '../../../ui/viewer.tsx';
import { useRead } from '../client.ts';

/** The guided sale that goes on in a conversation, for whoever may sell. */
export const useUnderWay = (conversationId: number): { isKnown: boolean; id: number | null } => {
  const isEnabled = useMay()('sales.work');
  const { data } = useRead('GET /api/guided-sales/under-way', { conversationId }, { isEnabled });
  return { isKnown: data !== undefined, id: data?.id ?? null };
};
