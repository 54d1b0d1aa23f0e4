import { PhoneCall, Zap } from 'lucide-react';
import { personSections } from '../../../conversations/web/index.tsx';
import { fill, later } from '../../../ui/slot.tsx';

const plays = {
  labelKey: 'retention:plays.title',
  icon: Zap,
  permission: 'retention.plays',
} as const;
const tasks = {
  labelKey: 'retention:tasks.title',
  icon: PhoneCall,
  permission: 'retention.work',
} as const;
export const playNav = {
  ...plays,
  id: 'plays',
  group: 'keep',
  labelKey: 'plays.title',
  path: '/retention/plays',
  order: 26,
} as const;

const lazyTasks = () => import('../tasks/tasks-page.tsx');

export const playRoutes = [
  { path: '/retention/plays', permission: plays.permission, lazy: () => import('./list-page.tsx') },
  {
    path: '/retention/plays/:id',
    permission: plays.permission,
    lazy: () => import('./play-page.tsx'),
  },
  { path: '/retention/tasks', permission: tasks.permission, lazy: lazyTasks },
  { path: '/retention/tasks/:id', permission: tasks.permission, lazy: lazyTasks },
];

export const playCommands = [
  { id: 'plays', path: '/retention/plays', ...plays },
  { id: 'play-tasks', path: '/retention/tasks', ...tasks },
];

export const playFills = [
  fill(personSections, {
    id: 'play-task',
    order: 6,
    permission: tasks.permission,
    Piece: later(async () => (await import('../tasks/task-panel.tsx')).TaskPanel),
  }),
];
