import { ListTodo, Zap } from 'lucide-react';
import { personSections } from '../../../conversations/web/index.tsx';
import { fill, fillWith, later } from '../../../ui/slot.tsx';
import { taskKinds } from '../../../work/web/index.tsx';

const plays = {
  labelKey: 'retention:plays.title',
  icon: Zap,
  permission: 'retention.plays',
} as const;
const tasks = {
  labelKey: 'retention:tasks.title',
  icon: ListTodo,
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

export const playRoutes = [
  { path: '/retention/plays', permission: plays.permission, lazy: () => import('./list-page.tsx') },
  {
    path: '/retention/plays/:id',
    permission: plays.permission,
    lazy: () => import('./play-page.tsx'),
  },
];

export const playCommands = [
  { id: 'plays', path: '/retention/plays', ...plays },
  { id: 'play-tasks', path: '/conversations?queue=tasks', ...tasks },
];

const hears = 'retention.*';

export const playFills = [
  fillWith(taskKinds, {
    play: {
      Main: later(async () => (await import('../tasks/play-task.tsx')).PlayTask),
      Card: later(async () => (await import('../tasks/play-task.tsx')).PlayTaskCard),
      hears,
    },
    care: {
      Main: later(async () => (await import('../tasks/care-task.tsx')).CareTask),
      Card: later(async () => (await import('../tasks/care-task.tsx')).CareTaskCard),
      hears,
    },
  }),
  fill(personSections, {
    id: 'play-task',
    order: 6,
    permission: tasks.permission,
    Piece: later(async () => (await import('../tasks/task-panel.tsx')).TaskPanel),
  }),
];
