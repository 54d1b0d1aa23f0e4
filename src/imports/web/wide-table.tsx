import { ScrollArea } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './imports.module.css';

/** A table that may be wider than the page: it alone is moved sideways, by the keyboard too. */
export const WideTable = ({ label, children }: { label: string; children: ReactNode }) => (
  <ScrollArea type="auto" scrollbars="x" viewportProps={{ tabIndex: 0 }}>
    <table className={`${css.table} ${css.wide}`} aria-label={label}>
      {children}
    </table>
  </ScrollArea>
);
