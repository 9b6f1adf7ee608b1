import { Button } from '@mantine/core';
import { useSignOut } from './sign-out';

export function SignOutButton() {
  const leave = useSignOut();
  return (
    <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate()}>
      {leave.isError ? 'Not signed out: try again' : 'Sign out'}
    </Button>
  );
}
