import { ListTodo } from 'lucide-react';
import { EmptyState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Asked, Plan } from './client.ts';
import { PlanFigures } from './plan-figures.tsx';
import { PlanPeople } from './plan-people.tsx';
import { PlanSample } from './plan-sample.tsx';

/** A plan from its sums down to the people; nobody where nothing pays for itself. */
export const PlanBody = ({ plan, asked }: { plan: Plan; asked: Asked }) => {
  const t = useTexts('retention');
  const { people } = plan.plan;
  if (people === 0) {
    return (
      <>
        <EmptyState icon={ListTodo} title={t('plan.none')} text={t('plan.noneText')} />
        <PlanFigures plan={plan} />
      </>
    );
  }
  return (
    <>
      <PlanFigures plan={plan} />
      <PlanSample sample={plan.sample} least={asked.leastPoints} />
      <PlanPeople asked={asked} count={people} />
    </>
  );
};
