import { TextInput } from '@mantine/core';
import { MessageSquareQuote } from 'lucide-react';
import { useState } from 'react';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { isMeant } from '../../../ui/layout-slip.ts';
import { CreateAction } from '../../../ui/show/action.tsx';
import { EmptyState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { EditTemplate } from './edit-template.tsx';
import { TemplateRows } from './template-rows.tsx';
import { useTemplates } from './use-templates.ts';

/** One's own texts to answer with, and those that are shared. */
export const Component = () => {
  const t = useTexts('work');
  const { templates, variables } = useTemplates();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const opened = templates.find(({ id }) => id === open);
  const meant = templates.filter(
    ({ name, text }) => query.trim() === '' || isMeant(`${name} ${text}`, query.trim()),
  );
  const create = (
    <CreateAction onClick={() => setOpen('new')}>{t('templates.create')}</CreateAction>
  );
  return (
    <SettingsPage title={t('templates.title')} actions={create}>
      {templates.length === 0 ? (
        <EmptyState
          icon={MessageSquareQuote}
          title={t('templates.emptyTitle')}
          text={t('templates.emptyText')}
        />
      ) : (
        <>
          <TextInput
            aria-label={t('templates.find')}
            placeholder={t('templates.find')}
            mb={12}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
          <TemplateRows templates={meant} variables={variables} onOpen={setOpen} />
        </>
      )}
      {open === 'new' ? (
        <EditTemplate template={null} variables={variables} onClose={() => setOpen(null)} />
      ) : null}
      {opened ? (
        <EditTemplate template={opened} variables={variables} onClose={() => setOpen(null)} />
      ) : null}
    </SettingsPage>
  );
};
