import { Button, FileButton, Modal } from '@mantine/core';
import { useState } from 'react';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type ImportedCosts, useWrite } from '../client.ts';

const paths = ['/api/sales-costs', '/api/sales-economics'];
const MOST_SHOWN = 10;

/** The words of a file: in UTF-8, else as older spreadsheets of Windows write them. */
async function wordsOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

/** Costs out of a file; what stood there before is a way back. */
export const ImportCosts = () => {
  const t = useTexts('sales');
  const [problems, setProblems] = useState<ImportedCosts['problems']>([]);
  const bring = useWrite('POST /api/sales-costs/import', paths);
  const set = useWrite('PUT /api/sales-costs', paths);
  const load = async (file: File | null): Promise<void> => {
    if (!file) return;
    const done = await bring.mutateAsync({ text: await wordsOf(file) });
    setProblems(done.problems);
    if (done.written === 0) return;
    undoToast({
      text: t('economics.imported', { count: done.written }),
      undo: async () => {
        for (const cost of done.former) await set.mutateAsync(cost);
      },
    });
  };
  return (
    <>
      <FileButton accept=".csv,.txt" onChange={(file) => void load(file).catch(notifyProblem)}>
        {(button) => (
          <Button {...button} variant="default" loading={bring.isPending}>
            {t('economics.import')}
          </Button>
        )}
      </FileButton>
      {problems.length > 0 ? (
        <Modal opened onClose={() => setProblems([])} title={t('economics.notImported')} size={480}>
          <p>{t('economics.notImportedText')}</p>
          <ul>
            {problems.slice(0, MOST_SHOWN).map(({ line, column }) => (
              <li key={`${line} ${column}`}>
                {t('economics.wrongCell', { line, column: t(`economics.cells.${column}`) })}
              </li>
            ))}
          </ul>
        </Modal>
      ) : null}
    </>
  );
};
