import type { ReactNode } from 'react';
import { problemText } from '../problem-text.ts';
import { SkeletonLine } from '../show/skeleton.tsx';
import { EntryFrame } from './entry-frame.tsx';

type Props<Data> = {
  read: { data: Data | undefined; error: unknown };
  /** While it is read. */
  title: string;
  /** Where the link leads nowhere; why is said below it. */
  goneTitle: string;
  children: (data: Data) => ReactNode;
};

/** What whoever has a link is shown while it is read, and where there is nothing behind it. */
export const ReadFrame = <Data,>({ read, title, goneTitle, children }: Props<Data>) => {
  if (read.error) {
    return (
      <EntryFrame title={goneTitle} text={problemText(read.error)}>
        {null}
      </EntryFrame>
    );
  }
  if (read.data !== undefined) return children(read.data);
  return (
    <EntryFrame title={title}>
      <SkeletonLine widthPx={240} />
    </EntryFrame>
  );
};
