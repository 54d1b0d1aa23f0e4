import type { ReactNode } from 'react';
import { Page } from '../show/page.tsx';
import { countText } from './count-text.ts';
import { ListView, type ListProps } from './data-table.tsx';
import { useList, type ListOptions } from './model.ts';

type Props = ListOptions & ListProps & { title: string; actions?: ReactNode; backTo?: string };

/** A page that is one list: title with the count of what matches, main actions, the table. */
export const ListPage = (props: Props) => {
  const list = useList(props);
  const count = countText(list.count.data);
  return (
    <Page
      title={props.title}
      actions={props.actions}
      {...(count === '' ? {} : { count })}
      {...(props.backTo === undefined ? {} : { backTo: props.backTo })}
    >
      <ListView {...props} list={list} />
    </Page>
  );
};
