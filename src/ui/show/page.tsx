import { ActionIcon } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../texts.ts';
import { Badge } from './badge.tsx';
import { useTabTitle } from './title.ts';
import css from './page.module.css';

type HeaderProps = {
  title: string;
  subtitle?: ReactNode;
  /** Stands as a badge beside the title, already worded: "10 000", "≈ 1 млн". */
  count?: string;
  /** An `Avatar` before the title, on pages about somebody. */
  picture?: ReactNode;
  /** Badges beside the title. */
  marks?: ReactNode;
  actions?: ReactNode;
  /** Where the arrow at the left leads. */
  backTo?: string;
};

/** The 52 px header of a page or a pane. */
export const PageHeader = (props: HeaderProps) => {
  const { title, subtitle, count, picture, marks, actions, backTo } = props;
  const t = useTexts();
  return (
    <header className={css.header}>
      {backTo === undefined ? null : (
        <ActionIcon
          renderRoot={(root) => <Link {...root} to={backTo} />}
          aria-label={t('page.back')}
        >
          <ArrowLeft size={16} />
        </ActionIcon>
      )}
      {picture}
      <div className={css.words}>
        <div className={css.title}>
          <h1 className="cut">{title}</h1>
          {count === undefined ? null : <Badge tone="teal">{count}</Badge>}
          {marks}
        </div>
        {subtitle === undefined ? null : <div className={`${css.subtitle} cut`}>{subtitle}</div>}
      </div>
      {actions === undefined ? null : <div className={css.actions}>{actions}</div>}
    </header>
  );
};

type PageProps = HeaderProps & {
  children: ReactNode;
  /** Text and forms want air around them and a readable width; lists take the whole page. */
  layout?: 'full' | 'padded' | 'narrow';
};

/** One page: header and a body that scrolls by itself. Sets the title of the browser's tab. */
export const Page = ({ children, layout = 'full', ...header }: PageProps) => {
  useTabTitle(header.title);
  const inner = layout === 'narrow' ? <div className={css.narrow}>{children}</div> : children;
  return (
    <main className={css.page}>
      <PageHeader {...header} />
      <div className={`${css.body} ${layout === 'full' ? '' : `scroll ${css.padded}`}`}>
        {inner}
      </div>
    </main>
  );
};
