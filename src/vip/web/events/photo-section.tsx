import { ActionIcon, Button, FileButton } from '@mantine/core';
import { ImagePlus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { addressOf } from '../../../ui/call.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import { useTexts } from '../../../ui/texts.ts';
import { upload } from '../../../ui/upload.ts';
import { type Gathering, useWrite } from '../client.ts';
import css from '../vip.module.css';
import own from './events.module.css';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';

const path = '/api/vip-events/{id}/photos';

/** Photos of the event; a click opens one. */
export const PhotoSection = ({ event }: { event: Gathering }) => {
  const t = useTexts('vip');
  const refresh = useRefresh();
  const [removed, setRemoved] = useState<number>();
  const remove = useWrite('POST /api/vip-events/{id}/photos/{fileId}/remove', ['/api/vip-events']);
  const { id, isLed, photos } = event;
  const add = async (files: readonly File[]): Promise<void> => {
    for (const file of files) await upload(`POST ${path}`, file, { id });
    await refresh('/api/vip-events');
  };
  return (
    <section aria-label={t('gatherings.photos')}>
      <div className={css.line}>
        <h2 style={{ flex: 1 }}>{t('gatherings.photos')}</h2>
        {isLed ? (
          <FileButton
            multiple
            accept="image/jpeg,image/png,image/webp"
            onChange={(files) => void add(files).catch(notifyProblem)}
          >
            {(button) => (
              <Button {...button} size="xs" leftSection={<ImagePlus size={14} />}>
                {t('gatherings.addPhoto')}
              </Button>
            )}
          </FileButton>
        ) : null}
      </div>
      {photos.length === 0 ? <p className="dim">{t('gatherings.photosEmpty')}</p> : null}
      <div className={own.photos}>
        {photos.map(({ fileId }, at) => (
          <figure key={fileId} className={own.photo}>
            <a
              href={addressOf(`GET ${path}/{fileId}`, { id, fileId })}
              target="_blank"
              rel="noopener"
            >
              <img
                loading="lazy"
                src={addressOf(`GET ${path}/{fileId}`, { id, fileId })}
                alt={t('gatherings.photo', { nth: at + 1 })}
              />
            </a>
            {isLed ? (
              <ActionIcon
                size="sm"
                aria-label={`${t('gatherings.removePhoto')} ${at + 1}`}
                onClick={() => setRemoved(fileId)}
              >
                <Trash2 size={13} />
              </ActionIcon>
            ) : null}
          </figure>
        ))}
      </div>
      {removed === undefined ? null : (
        <ReasonDialog
          title={t('gatherings.removePhoto')}
          save={(reason) => remove.mutateAsync({ id, fileId: removed, reason })}
          onClose={() => setRemoved(undefined)}
        />
      )}
    </section>
  );
};
