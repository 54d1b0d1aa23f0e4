import { textsIn } from '../../kernel/i18n/texts.ts';
import { must } from '../../kernel/result.ts';
import { countTasks } from '../tasks/count-tasks.ts';
import { listTasks } from '../tasks/list-tasks.ts';
import { sourcesFor } from '../tasks/task-sources.ts';
import { type HomeCard, MOST_HOME_ROWS } from './home-cards.ts';

/** Calls and other tasks of mine and nobody's that may be done now. */
export const taskCard: HomeCard = {
  key: 'work.tasks',
  title: (ctx) => textsIn(ctx.language).t('work:home.tasks'),
  permission: null,
  isFor: (ctx) => sourcesFor(ctx).length > 0,
  order: 30,
  path: '/conversations?queue=tasks',
  read: async (ctx) => {
    const { count } = must(await countTasks(ctx));
    if (count === 0) return null;
    const { tasks } = must(await listTasks(ctx, { limit: MOST_HOME_ROWS }));
    return {
      count,
      rows: tasks.map(({ kind, id, name, title, dueAt }) => ({
        title: name || null,
        words: title,
        at: new Date(dueAt),
        isLate: new Date(dueAt) < ctx.clock.now(),
        path: `/conversations/tasks/${kind}-${id}`,
      })),
    };
  },
};
