import { Button } from '@mantine/core';
import { useState } from 'react';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import shared from '../billing.module.css';
import { type Statement, usePages } from '../client.ts';
import { EditPayer } from './edit-payer.tsx';
import { MakeInvoice } from './make-invoice.tsx';
import { MakeStatement } from './make-statement.tsx';
import css from './papers.module.css';
import { PapersTable } from './papers-table.tsx';

/** Above the statement, older ones are shown when asked for. */
const FEW = 5;

const dialogs = { statement: MakeStatement, invoice: MakeInvoice, payer: EditPayer };

/** Statements, invoices and acts of an account, and the buttons by which they are made. */
export const PapersSection = ({ account }: { account: Statement['account'] }) => {
  const t = useTexts('billing');
  const may = useMay();
  const [isWhole, setWhole] = useState(false);
  const [asked, setAsked] = useState<keyof typeof dialogs | null>(null);
  const read = usePages('GET /api/accounts/{id}/papers', { id: account.id });
  if (!read.data) return null;
  const papers = read.data.pages.flatMap((page) => page.papers);
  const Dialog = asked === null ? null : dialogs[asked];
  return (
    <section className={`${shared.box} ${css.section}`} aria-label={t('papers.title')}>
      <div className={css.head}>
        <h2>{t('papers.title')}</h2>
        {may('billing.papers') ? (
          <div className={css.buttons}>
            <Button size="xs" onClick={() => setAsked('statement')}>
              {t('papers.statement')}
            </Button>
            <Button size="xs" onClick={() => setAsked('invoice')}>
              {t('papers.invoice')}
            </Button>
            <Button size="xs" variant="subtle" onClick={() => setAsked('payer')}>
              {t('papers.payer')}
            </Button>
          </div>
        ) : null}
      </div>
      {papers.length === 0 ? (
        <p className={`${css.empty} dim`}>{t('papers.empty')}</p>
      ) : (
        <PapersTable accountId={account.id} papers={isWhole ? papers : papers.slice(0, FEW)} />
      )}
      {!isWhole && papers.length > FEW ? (
        <Button size="xs" variant="subtle" onClick={() => setWhole(true)}>
          {t('papers.more')}
        </Button>
      ) : null}
      {isWhole ? <MoreButton pages={read}>{t('papers.more')}</MoreButton> : null}
      {Dialog ? <Dialog account={account} onClose={() => setAsked(null)} /> : null}
    </section>
  );
};
