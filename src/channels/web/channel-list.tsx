import type { OutputOf } from '../../ui/call.ts';
import { Box } from '../../ui/show/facts.tsx';
import { EmptyState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { api } from '../api.ts';
import { ChannelSection } from './channel-section.tsx';
import { FormSection } from './form-section.tsx';
import css from './channels.module.css';

/** Every channel that was connected, and the site's form, which is always there. */
export const ChannelList = ({ rows, form }: OutputOf<typeof api, 'GET /api/channels'>) => {
  const t = useTexts('channels');
  return (
    <div className={css.page}>
      <Box>
        {rows.map((channel) => (
          <ChannelSection key={channel.id} channel={channel} />
        ))}
        <FormSection form={form} />
      </Box>
      {rows.length === 0 ? (
        <EmptyState title={t('channels.emptyTitle')} text={t('channels.emptyText')} />
      ) : null}
    </div>
  );
};
