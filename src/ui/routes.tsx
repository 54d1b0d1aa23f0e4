import { Button } from '@mantine/core';
import { LockKeyhole, MapPinOff } from 'lucide-react';
import { Link, Navigate, Outlet, useLocation, type RouteObject } from 'react-router';
import { FailedPage } from './show/failed.tsx';
import { EmptyState } from './show/state.tsx';
import { Page } from './show/page.tsx';
import { useSession } from './session.tsx';
import { Shell } from './shell/shell.tsx';
import { useTexts } from './texts.ts';
import { useMay } from './viewer.tsx';
import type { Web, WebRoute } from './web.ts';

const NotFound = () => {
  const t = useTexts();
  return (
    <Page title={t('state.notFoundTitle')}>
      <EmptyState icon={MapPinOff} title={t('state.notFoundTitle')} text={t('state.notFoundText')}>
        <Button renderRoot={(root) => <Link {...root} to="/" />}>{t('state.toStart')}</Button>
      </EmptyState>
    </Page>
  );
};

const NotAllowed = () => {
  const t = useTexts();
  const title = t('state.notAllowedTitle');
  return (
    <Page title={title}>
      <EmptyState icon={LockKeyhole} title={title} text={t('state.notAllowedText')} />
    </Page>
  );
};

/** Sends those who are not signed in to the sign-in, and afterwards back to where they wanted. */
const SignedInOnly = () => {
  const { isSignedIn, signInPath } = useSession();
  const { pathname, search } = useLocation();
  if (isSignedIn) return <Shell />;
  const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
  return <Navigate to={signInPath + next} replace />;
};

const guardOf = (permission: string) => {
  const Guard = () => (useMay()(permission) ? <Outlet /> : <NotAllowed />);
  return Guard;
};

const toRoute = (route: WebRoute): RouteObject => {
  const own: RouteObject = {
    path: route.path,
    lazy: route.lazy,
    ...(route.children ? { children: route.children.map(toRoute) } : {}),
  };
  return route.permission ? { Component: guardOf(route.permission), children: [own] } : own;
};

const Bug = () => <FailedPage onRetry={() => location.reload()} />;

/** The routes of every domain: public ones bare, the others inside the shell. */
export const routesOf = (webs: readonly Web[]): RouteObject[] => {
  const all = webs.flatMap(({ routes }) => routes);
  const inside = all.filter(({ isPublic }) => !isPublic).map(toRoute);
  return [
    {
      ErrorBoundary: Bug,
      children: [
        ...all.filter(({ isPublic }) => isPublic).map(toRoute),
        {
          Component: SignedInOnly,
          children: [
            {
              ErrorBoundary: Bug,
              children: [...inside, { path: '*', Component: NotFound }],
            },
          ],
        },
      ],
    },
  ];
};
