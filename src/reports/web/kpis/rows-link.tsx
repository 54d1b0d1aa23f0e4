import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../../ui/viewer.tsx';

type Props = { to: string | null; className?: string | undefined; children: ReactNode };

/** A figure that opens the rows behind it, for whom they may be shown. */
export const RowsLink = ({ to, className, children }: Props) => {
  const may = useMay();
  const permission = to?.startsWith('/reports/') ? 'reports.rows' : 'sales.economics';
  return to !== null && may(permission) ? (
    <Link to={to} className={className}>
      {children}
    </Link>
  ) : (
    <span className={className}>{children}</span>
  );
};

export const rowsLink = (words: string, to: string | null) => <RowsLink to={to}>{words}</RowsLink>;
