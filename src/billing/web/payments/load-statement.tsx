import { Button, FileButton } from '@mantine/core';
import { FileInput } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useRead } from '../client.ts';
import { StatementDialog } from './statement-dialog.tsx';

/** Brings a bank's statement, where there is a bank to bring it of. */
export const LoadStatement = () => {
  const t = useTexts('billing');
  const may = useMay();
  const [file, setFile] = useState<File | null>(null);
  const sources = useRead('GET /api/payments/sources').data?.sources ?? [];
  const banks = sources.filter(({ kind, isEnabled }) => kind === 'bank' && isEnabled);
  if (!may('billing.bank') || banks.length === 0) return null;
  return (
    <>
      <FileButton onChange={setFile} accept=".txt,.csv">
        {(props) => (
          <Button {...props} leftSection={<FileInput size={14} />}>
            {t('bank.load')}
          </Button>
        )}
      </FileButton>
      {file === null ? null : (
        <StatementDialog key={file.name} file={file} banks={banks} onClose={() => setFile(null)} />
      )}
    </>
  );
};
