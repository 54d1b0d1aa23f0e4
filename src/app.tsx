import './ui/styles.css';
import { domains } from './map.ts';
import type { Texts, TextsByNamespace } from './ui/texts.ts';
import type { Language } from './ui/language.ts';
import { startApp } from './ui/start.tsx';
import type { Web } from './ui/web.ts';

/**
 * The web app's frame: the pages, slots and texts of every domain, put together in the order of
 * map.ts. A domain takes part by having a `web/index.tsx`; nothing is listed here by hand.
 */
const given = import.meta.glob<Web>('./*/web/index.tsx', { eager: true, import: 'web' });
const texts = import.meta.glob<Texts>(['./*/web/{ru,en}.json', './ui/texts/{ru,en}.json'], {
  import: 'default',
});

const webs = domains.flatMap((domain) => given[`./${domain}/web/index.tsx`] ?? []);

const loadTexts = async (language: Language): Promise<TextsByNamespace> => {
  const wanted = Object.entries(texts).filter(([path]) => path.endsWith(`/${language}.json`));
  const loaded = await Promise.all(
    wanted.map(async ([path, load]) => [path.split('/')[1] ?? '', await load()] as const),
  );
  return Object.fromEntries(loaded);
};

void startApp({ webs, loadTexts });
