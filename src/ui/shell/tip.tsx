import { lazy, type ReactElement, Suspense } from 'react';

const Shown = lazy(async () => ({ default: (await import('./tip-shown.tsx')).Tooltip }));

/**
 * Names what an icon of the rail is for when the pointer rests there. What draws it comes right
 * after the first paint; until then the icon stands without it.
 */
export const Tip = ({ label, children }: { label: string; children: ReactElement }) => (
  <Suspense fallback={children}>
    <Shown label={label} position="right">
      {children}
    </Shown>
  </Suspense>
);
