import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { PickList } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import css from '../vip.module.css';
import { ProposeDialog } from './propose-dialog.tsx';
import { TermsRow } from './terms-row.tsx';

/** What one client is given that others are not: proposed, in force and over. */
export const ClientTerms = ({ id }: { id: number }) => {
  const t = useTexts('vip');
  const { data } = useRead('GET /api/vip/{id}/terms', { id });
  const [isProposing, setProposing] = useState(false);
  if (!data) return null;
  return (
    <section aria-label={t('terms.title')}>
      <div className={css.line}>
        <h2 style={{ flex: 1 }}>{t('terms.title')}</h2>
        {data.accounts.length === 0 ? null : (
          <Button size="xs" leftSection={<Plus size={14} />} onClick={() => setProposing(true)}>
            {t('terms.propose')}
          </Button>
        )}
      </div>
      {data.terms.length === 0 ? <p className="dim">{t('terms.none')}</p> : null}
      {data.terms.length === 0 ? null : (
        <PickList>
          {data.terms.map((one) => (
            <TermsRow key={one.id} terms={one} currency={data.currency} />
          ))}
        </PickList>
      )}
      {isProposing ? (
        <ProposeDialog id={id} own={data} onClose={() => setProposing(false)} />
      ) : null}
    </section>
  );
};
