import type { ReactNode } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import { PageHeader } from '../../../ui/show/page.tsx';
import { CardToggle } from '../../../ui/show/panes.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { SubscriberAside } from '../../../subscribers/web/index.tsx';
import css from './tasks.module.css';

type Read = {
  error: Error | null;
  data: { subscriber: { id: number } } | undefined;
  refetch: () => Promise<unknown>;
};

type Props = { title: string; backTo: string; read: Read; children: ReactNode };

/** The room of a task in hand, with its head. */
export const TaskRoom = ({ title, backTo, read, children }: Props) => (
  <>
    <PageHeader title={title} backTo={backTo} actions={<CardToggle />} />
    <div className={`${css.room} scroll`}>
      {read.error && !read.data ? (
        <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
      ) : (
        children
      )}
    </div>
  </>
);

/** Whom a task is for, as the base knows them. */
export const WhomCard = ({ read }: { read: Read }) => {
  const t = useTexts('retention');
  if (!read.data) return null;
  return (
    <>
      <PageHeader title={t('tasks.whom')} />
      <div className="scroll">
        <SubscriberAside id={read.data.subscriber.id} />
      </div>
    </>
  );
};
