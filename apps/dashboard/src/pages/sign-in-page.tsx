import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { statusQuery } from '../api/sign-in';
import { DemoSignInList } from '../features/sign-in/demo-sign-ins';
import { SignInForm } from '../features/sign-in/sign-in-form';
import { safeReturnPath } from '../features/sign-in/return-path';
import { Callout } from '../ui/callout';
import { OuterPage } from '../ui/outer-page';

export function SignInPage() {
  const status = useQuery(statusQuery());
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [filled, setFilled] = useState({ email: search.get('email') ?? '', password: '' });
  const back = safeReturnPath(search.get('to'));
  return (
    <OuterPage title="Sign in">
      {status.data?.state === 'first-run' && (
        <Callout tone="note">
          This server has no clinic yet. Open the link that was printed where the server was started: with it
          the first administrator makes the clinic.
        </Callout>
      )}
      <SignInForm {...filled} onSignedIn={() => void navigate(back ?? '/', { replace: true })} />
      <p>
        <Link to="/forgotten-password">Forgotten your password?</Link>
      </p>
      {status.data?.demo !== undefined && (
        <DemoSignInList
          demo={status.data.demo}
          onChoose={(email, password) => setFilled({ email, password })}
        />
      )}
    </OuterPage>
  );
}
