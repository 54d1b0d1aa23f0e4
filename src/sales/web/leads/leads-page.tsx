import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { CreateAction } from '../../../ui/show/action.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { LeadDialog } from './lead-dialog.tsx';
import { LeadsList } from './leads-list.tsx';
import { NewLead } from './new-lead.tsx';

const parts = ['new', 'decided'] as const;

/** The bucket of what comes in: each is accepted, attached or declined. */
export const Component = () => {
  const t = useTexts('sales');
  const [params, setParams] = useSearchParams();
  const [isNew, setNew] = useState(false);
  const part = params.get('part') === 'decided' ? 'decided' : 'new';
  const put = (values: Record<string, string>): void => setParams(values, { replace: true });
  const open = Number(params.get('open')) || null;
  return (
    <Page
      title={t('leads.title')}
      backTo="/deals"
      layout="padded"
      actions={<CreateAction onClick={() => setNew(true)}>{t('leads.new')}</CreateAction>}
    >
      <div style={{ display: 'grid', gap: 12, maxWidth: 860 }}>
        <div style={{ justifySelf: 'start' }}>
          <Segmented
            label={t('leads.title')}
            value={part}
            options={parts.map((value) => ({ value, label: t(`leads.parts.${value}`) }))}
            onChange={(value) => put({ part: value })}
          />
        </div>
        <LeadsList part={part} onOpen={(id) => put({ part, open: String(id) })} />
      </div>
      {open === null ? null : <LeadDialog id={open} onClose={() => put({ part })} />}
      {isNew ? <NewLead onClose={() => setNew(false)} /> : null}
    </Page>
  );
};
