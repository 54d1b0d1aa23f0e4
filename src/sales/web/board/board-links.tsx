import { Button } from '@mantine/core';
import { CalendarClock, ChartColumn, ChartLine, List, ListTodo } from 'lucide-react';
import { Link } from 'react-router';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { LeadsLink } from '../leads/leads-link.tsx';

/** Where else to look from a board: what comes in, what is to be done, the same deals as a list. */
export const BoardLinks = () => {
  const t = useTexts('sales');
  const may = useMay();
  const links = [
    { to: '/deals/tasks', Icon: ListTodo, label: t('tasks.link') },
    { to: '/deals/visits', Icon: CalendarClock, label: t('visits.title') },
    { to: '/deals/selling', Icon: ChartColumn, label: t('selling.link') },
    ...(may('sales.economics')
      ? [{ to: '/deals/forecast', Icon: ChartLine, label: t('forecast.link') }]
      : []),
    { to: '/deals/list', Icon: List, label: t('board.asList') },
  ];
  return (
    <>
      <LeadsLink />
      {links.map(({ to, Icon, label }) => (
        <Button
          key={to}
          variant="subtle"
          leftSection={<Icon size={14} />}
          renderRoot={(root) => <Link {...root} to={to} />}
        >
          {label}
        </Button>
      ))}
    </>
  );
};
