import { useState } from 'react';
import { Navigate, useLocation, useSearchParams } from 'react-router';
import { useSession } from '../../../ui/session.tsx';
import { CodeForm } from './code-form.tsx';
import { PasswordForm } from './password-form.tsx';

/** Only a page of our own may be led to: `//elsewhere` is another site's address. */
const pathWithin = (next: string): string => (/^\/(?![/\\])/.test(next) ? next : '/');

/** The password first, then, where a second factor is on, its code. */
export const Component = () => {
  const { isSignedIn, refresh } = useSession();
  const [search] = useSearchParams();
  const { state } = useLocation() as { state: { isCodeNeeded?: boolean } | null };
  const [isCodeNeeded, setCodeNeeded] = useState(state?.isCodeNeeded ?? false);
  if (isSignedIn) return <Navigate to={pathWithin(search.get('next') ?? '')} replace />;
  return isCodeNeeded ? (
    <CodeForm onDone={refresh} onBack={() => setCodeNeeded(false)} />
  ) : (
    <PasswordForm onDone={refresh} onCodeNeeded={() => setCodeNeeded(true)} />
  );
};
