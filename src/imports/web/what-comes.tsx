import { currentLanguage } from '../../ui/language.ts';
import { useTexts } from '../../ui/texts.ts';
import type { ImportKind } from '../api/kinds.ts';
import { useRead } from './client.ts';
import css from './imports.module.css';

/** What will happen to a file, and which exports are known; stands beside the place to drop it. */
export const WhatComes = ({ kind }: { kind: ImportKind }) => {
  const t = useTexts('imports');
  const offered = useRead('GET /api/imports/presets', { kind });
  const titles = offered.data?.presets.map(({ title }) => title[currentLanguage()]) ?? [];
  return (
    <aside className={css.comes}>
      <h2>{t('new.next.title')}</h2>
      <ol>
        <li>{t('new.next.read')}</li>
        <li>{t('new.next.match')}</li>
        <li>{t('new.next.check')}</li>
        <li>{t('new.next.apply')}</li>
      </ol>
      {titles.length > 0 && (
        <>
          <h2>{t('new.next.known')}</h2>
          <p>{titles.join(', ')}</p>
        </>
      )}
    </aside>
  );
};
