import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { later } from './slot.tsx';

test('a piece that is still being loaded leaves the page around it', () => {
  const Piece = later<object>(() => Promise.race<never>([]));
  const page = createElement('main', null, 'Сделка', createElement(Piece));
  expect(renderToString(page)).toContain('Сделка');
});
