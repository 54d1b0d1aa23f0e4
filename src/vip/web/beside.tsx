import { Button } from '@mantine/core';
import {
  CalendarDays,
  ClipboardList,
  Gift,
  ListChecks,
  PartyPopper,
  ScanEye,
  Users,
} from 'lucide-react';
import { Link } from 'react-router';
import { useTexts } from '../../ui/texts.ts';
import { useMay } from '../../ui/viewer.tsx';

const permission = 'vip.work';
const pages = [
  { path: '/vip', key: 'sheet.title', Icon: ClipboardList, permission },
  { path: '/vip/clients', key: 'list.title', Icon: Users, permission },
  { path: '/vip/occasions', key: 'occasions.title', Icon: CalendarDays, permission },
  { path: '/vip/gifts', key: 'gifts.title', Icon: Gift, permission },
  { path: '/vip/events', key: 'gatherings.title', Icon: PartyPopper, permission },
  { path: '/vip/playbooks', key: 'playbooks.title', Icon: ListChecks, permission },
  { path: '/vip/audit', key: 'audit.title', Icon: ScanEye, permission: 'vip.audit' },
] as const;

/** The other pages of the programme. */
export const Beside = ({ at }: { at: (typeof pages)[number]['path'] }) => {
  const t = useTexts('vip');
  const may = useMay();
  return pages
    .filter((one) => one.path !== at && may(one.permission))
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
