import { useParams } from 'react-router';
import { formatInstant } from '../../../ui/format.ts';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import css from '../quality.module.css';
import { AuditFigures } from './audit-figures.tsx';
import { EndAudit } from './end-audit.tsx';
import { SectionSheet } from './section-sheet.tsx';

/** One audit, section by section; while it is under way each point is answered and proved. */
export const Component = () => {
  const t = useTexts('quality');
  const id = Number(useParams()['id']);
  const read = useRead('GET /api/quality-audits/{id}', { id });
  const audit = read.data;
  return (
    <Page
      title={audit?.subject ?? t('audits.one')}
      subtitle={
        audit
          ? `${t('audits.by', audit.checklist)} · ${audit.ledBy.name} · ${formatInstant(audit.startedAt)}`
          : undefined
      }
      backTo="/quality/audits"
      layout="padded"
      actions={audit && !audit.finishedAt ? <EndAudit audit={audit} /> : undefined}
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {audit ? (
        <div className={css.page}>
          <AuditFigures audit={audit} />
          {audit.sections.map((section) => (
            <SectionSheet key={section.title} section={section} audit={audit} />
          ))}
        </div>
      ) : null}
    </Page>
  );
};
