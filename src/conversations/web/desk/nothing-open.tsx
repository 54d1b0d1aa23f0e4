import { ListTodo, MessageSquareText } from 'lucide-react';
import { KeyList } from '../../../ui/show/key-list.tsx';
import { EmptyState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useDesk } from './use-desk.ts';

/** The middle pane before anything is chosen: by which keys one works here. */
export const NothingOpen = () => {
  const t = useTexts('conversations');
  const { queue } = useDesk();
  if (queue === 'tasks') {
    return (
      <EmptyState icon={ListTodo} title={t('empty.noTask.title')} text={t('empty.noTask.text')} />
    );
  }
  return (
    <EmptyState
      icon={MessageSquareText}
      title={t('empty.nothingOpen.title')}
      text={t('empty.nothingOpen.text')}
    >
      <KeyList
        keys={[
          ['KeyJ+KeyK', t('keys.walk')],
          ['KeyT', t('keys.take')],
          ['KeyC', t('keys.call')],
          ['1–6', t('keys.outcome')],
          ['KeyM', t('keys.labels')],
          ['KeyG', t('keys.merge')],
          ['KeyH+KeyL', t('keys.queues')],
          ['Mod+KeyK', t('keys.find')],
          ['Shift+Slash', t('keys.all')],
        ]}
      />
    </EmptyState>
  );
};
