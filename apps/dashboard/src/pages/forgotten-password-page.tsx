import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { statusQuery } from '../api/sign-in';
import { ForgottenPasswordForm } from '../features/sign-in/forgotten-password-form';
import { Loaded } from '../ui/loaded';
import { OuterPage } from '../ui/outer-page';
import { LinesSkeleton } from '../ui/skeletons';

export function ForgottenPasswordPage() {
  const status = useQuery(statusQuery());
  return (
    <OuterPage title="Forgotten password">
      <Loaded query={status} skeleton={<LinesSkeleton lines={3} />}>
        {({ mail }) =>
          mail ? (
            <ForgottenPasswordForm />
          ) : (
            <p>
              This server does not send email. Ask an administrator of your clinic, or the clinic if you are a
              patient: they can give you a link with which you choose a new password.
            </p>
          )
        }
      </Loaded>
      <p>
        <Link to="/sign-in">Back to sign in</Link>
      </p>
    </OuterPage>
  );
}
