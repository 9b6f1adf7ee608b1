import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../api/sign-in';
import { PasswordChangeForm } from '../features/sign-in/password-change-form';
import { Page, PageHeader } from '../ui/page';

export function PasswordPage() {
  const me = useQuery(meQuery());
  return (
    <Page narrow>
      <PageHeader title="Change password" />
      <PasswordChangeForm email={me.data?.email ?? ''} />
    </Page>
  );
}
