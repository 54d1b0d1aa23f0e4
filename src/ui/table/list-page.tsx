import type { ReactNode } from 'react';
import { Page } from '../show/page.tsx';
import { countText } from './count-text.ts';
import { ListView, type ListProps } from './data-table.tsx';
import { useList, type List, type ListOptions } from './model.ts';

type Props = ListOptions &
  ListProps & {
    title: string;
    /** Badges beside the title. */
    marks?: ReactNode;
    actions?: ReactNode;
    backTo?: string;
    /** Stands above the list and may filter it. */
    Above?: (props: { list: List }) => ReactNode;
  };

/** A page that is one list: title with the count of what matches, main actions, the table. */
export const ListPage = (props: Props) => {
  const list = useList(props);
  const count = countText(list.count.data);
  const { Above } = props;
  return (
    <Page
      title={props.title}
      marks={props.marks}
      actions={props.actions}
      {...(count === '' ? {} : { count })}
      {...(props.backTo === undefined ? {} : { backTo: props.backTo })}
    >
      {Above === undefined ? null : <Above list={list} />}
      <ListView {...props} list={list} />
    </Page>
  );
};
