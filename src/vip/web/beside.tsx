import { Button } from '@mantine/core';
import { CalendarDays, ClipboardList, Gift, ListChecks, Users } from 'lucide-react';
import { Link } from 'react-router';
import { useTexts } from '../../ui/texts.ts';

const pages = [
  { path: '/vip', key: 'sheet.title', Icon: ClipboardList },
  { path: '/vip/clients', key: 'list.title', Icon: Users },
  { path: '/vip/occasions', key: 'occasions.title', Icon: CalendarDays },
  { path: '/vip/gifts', key: 'gifts.title', Icon: Gift },
  { path: '/vip/playbooks', key: 'playbooks.title', Icon: ListChecks },
] as const;

/** The other pages of the programme. */
export const Beside = ({ at }: { at: (typeof pages)[number]['path'] }) => {
  const t = useTexts('vip');
  return pages
    .filter(({ path }) => path !== at)
    .map(({ path, key, Icon }) => (
      <Button
        key={path}
        variant="subtle"
        leftSection={<Icon size={14} />}
        renderRoot={(root) => <Link {...root} to={path} />}
      >
        {t(key)}
      </Button>
    ));
};
