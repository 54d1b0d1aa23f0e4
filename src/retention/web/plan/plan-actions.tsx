import { Button } from '@mantine/core';
import { ListTodo } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { Asked, Plan } from './client.ts';
import { StartDialog } from './start-dialog.tsx';

/** It chooses somebody, by scores that stand. */
const isReady = (plan: Plan | undefined): boolean =>
  plan !== undefined && plan.plan.people > 0 && plan.scores.trouble === null;

type Props = { plan: Plan | undefined; asked: Asked };

/** The lists there are, and a new one of this plan, for whoever may start them. */
export const PlanActions = ({ plan, asked }: Props) => {
  const t = useTexts('retention');
  const may = useMay();
  const [isStarting, setStarting] = useState(false);
  if (!may('retention.care')) return null;
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<ListTodo size={14} />}
        renderRoot={(root) => <Link {...root} to="/retention/lists" />}
      >
        {t('lists.title')}
      </Button>
      <Button disabled={!isReady(plan)} onClick={() => setStarting(true)}>
        {t('plan.start')}
      </Button>
      {isStarting && plan ? (
        <StartDialog asked={asked} plan={plan} onClose={() => setStarting(false)} />
      ) : null}
    </>
  );
};
