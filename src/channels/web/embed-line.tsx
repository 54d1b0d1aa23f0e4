import { CardSection } from '../../ui/show/facts.tsx';
import { useTexts } from '../../ui/texts.ts';
import css from './channels.module.css';

/** The one line that puts the request form on the operator's site. */
export const EmbedLine = () => {
  const t = useTexts('channels');
  const { origin } = globalThis.location;
  const line = `<script src="${origin}/form/embed.js" data-lang="ru" data-theme="light" async></script>`;
  return (
    <CardSection
      title={t('aside.embed')}
      actions={
        <a href="/form" target="_blank" rel="noreferrer">
          {t('aside.openForm')}
        </a>
      }
    >
      <p className="dim">{t('aside.embedText')}</p>
      <input
        className={css.line}
        readOnly
        aria-label={t('aside.embed')}
        value={line}
        onFocus={(event) => event.target.select()}
      />
    </CardSection>
  );
};
