import { useTexts } from '../../../ui/texts.ts';
import { type Deal, useRead } from '../client.ts';
import { CareStep } from '../care/care-step.tsx';
import { VisitStep } from '../visits/visit-step.tsx';
import { ActivationStep } from './activation-step.tsx';
import { EquipmentStep } from './equipment-step.tsx';
import css from './order.module.css';

/** From an accepted quote to an active account, step by step. */
export const DealOrder = ({ deal }: { deal: Deal }) => {
  const t = useTexts('sales');
  const order = useRead('GET /api/deals/{id}/order', { id: deal.id }).data;
  const quotes = useRead('GET /api/deals/{id}/quotes', { id: deal.id }).data?.quotes;
  const isAccepted = quotes?.some(({ state }) => state === 'accepted') === true;
  const live = order?.connections.find(({ undoneAt }) => undoneAt === null);
  if (!order || (!isAccepted && order.connections.length === 0)) return null;
  return (
    <ol className={css.steps} aria-label={t('order.title')}>
      <VisitStep dealId={deal.id} order={order} />
      <EquipmentStep dealId={deal.id} order={order} />
      <ActivationStep deal={deal} order={order} />
      {live ? <CareStep connection={live} /> : null}
    </ol>
  );
};
