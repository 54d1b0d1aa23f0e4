import { ActionIcon, FileButton } from '@mantine/core';
import { FileText, Paperclip, Trash2 } from 'lucide-react';
import { addressOf } from '../../../ui/call.ts';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import { useTexts } from '../../../ui/texts.ts';
import { upload } from '../../../ui/upload.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { call, useWrite, type Card } from '../client.ts';
import css from './aside.module.css';

const scanPath = '/api/subscribers/{id}/documents/{documentId}/scan';
const scanTypes = 'application/pdf,image/jpeg,image/png,image/webp,image/tiff';

/** A document: its name opens the scan, the clip attaches one. */
export const DocumentRow = (props: { card: Card; document: Card['documents'][number] }) => {
  const { card, document } = props;
  const t = useTexts('subscribers');
  const may = useMay();
  const refresh = useRefresh();
  const remove = useWrite('DELETE /api/subscribers/{id}/documents/{documentId}');
  const path = { id: card.id, documentId: document.id };
  const name = `${t(`choices.document.${document.kind}`)} ${document.number}`.trim();
  const attach = (file: File | null): void => {
    if (!file) return;
    const putBack = async (): Promise<void> => {
      await call(`POST ${scanPath}/undo`, path);
      await refresh('/api/subscribers');
    };
    upload(`POST ${scanPath}`, file, path).then(() => {
      if (document.file) undoToast({ text: t('documents.replaced'), undo: putBack });
      return refresh('/api/subscribers');
    }, notifyProblem);
  };
  return (
    <li className={css.row}>
      <FileText size={14} />
      <span className={css.value}>
        {document.file ? <a href={addressOf(`GET ${scanPath}`, path)}>{name}</a> : name}
      </span>
      {may('subscribers.edit') && !card.erasedAt ? (
        <span>
          <FileButton onChange={attach} accept={scanTypes}>
            {(button) => (
              <ActionIcon {...button} size="sm" aria-label={t('documents.attach', { name })}>
                <Paperclip size={13} />
              </ActionIcon>
            )}
          </FileButton>
          <ActionIcon
            size="sm"
            aria-label={t('documents.remove', { name })}
            onClick={() => remove.mutate(path, { onError: notifyProblem })}
          >
            <Trash2 size={13} />
          </ActionIcon>
        </span>
      ) : null}
    </li>
  );
};
