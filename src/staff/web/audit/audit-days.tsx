import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { byDay, dayTitle } from '../../../ui/timeline/days.ts';
import { AuditLine } from './audit-line.tsx';
import css from './audit.module.css';
import type { Line } from './use-audit.ts';

/** Lines under the days on which they were written, the latest day first. */
export const AuditDays = ({ lines }: { lines: readonly Line[] }) => {
  const ui = useTexts('ui');
  return byDay(lines.map((line) => ({ ...line, at: line.recordedAt }))).map(({ on, entries }) => (
    <section key={on} className={css.day}>
      <h2>{dayTitle(on, serverNow(), ui)}</h2>
      <ul>
        {entries.map((line) => (
          <AuditLine key={line.id} line={line} />
        ))}
      </ul>
    </section>
  ));
};
