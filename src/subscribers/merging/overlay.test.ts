import { describe, expect, test } from 'vitest';
import { overlayOf, standings } from './overlay.ts';

describe('the overlay of a merge', () => {
  const into = { displayName: 'Котова', birthOn: null, note: 'а' };
  const from = { displayName: 'Котова Анна', birthOn: '1988-04-12', note: 'а' };

  test('holds of the fields taken those that differ', () => {
    expect(overlayOf(into, from, ['displayName', 'note'])).toEqual({
      displayName: { before: 'Котова', chosen: 'Котова Анна' },
    });
  });

  test('knows an empty field as null', () => {
    expect(overlayOf({}, from, ['birthOn'])).toEqual({
      birthOn: { before: null, chosen: '1988-04-12' },
    });
  });
});

describe('undoing a merge', () => {
  const overlay = { note: { before: 'своя', chosen: 'чужая' } };

  test('puts back what nobody touched', () => {
    const { putBack, edited } = standings(overlay, { note: 'чужая' }, []);
    expect(putBack).toEqual([{ field: 'note', before: 'своя', now: 'чужая', later: null }]);
    expect(edited).toEqual([]);
  });

  test('asks about what was edited since', () => {
    const { putBack, edited } = standings(overlay, { note: 'новая' }, []);
    expect(putBack).toEqual([]);
    expect(edited).toEqual([{ field: 'note', before: 'своя', now: 'новая', later: null }]);
  });

  test('gives back to the memory of a later merge that covers the field', () => {
    const later = [
      { mergeId: 8, overlay: { note: { before: 'чужая', chosen: 'третья' } } },
      { mergeId: 9, overlay: { note: { before: 'третья', chosen: 'новая' } } },
    ];
    const { putBack } = standings(overlay, { note: 'новая' }, later);
    expect(putBack).toEqual([
      { field: 'note', before: 'своя', now: 'чужая', later: { mergeId: 8, chosen: 'третья' } },
    ]);
  });
});
