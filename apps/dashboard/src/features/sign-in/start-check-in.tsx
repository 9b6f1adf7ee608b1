import type { RedeemedLink } from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { redeemLink } from '../../api/sign-in';
import { Callout } from '../../ui/callout';
import { describeFailure } from '../../ui/failure-words';

interface StartCheckInProps {
  readonly token: string;
  readonly onRedeemed: (redeemed: RedeemedLink) => void;
}

/** Uses the link up: by a press, never by opening the page, which mail programs do too. */
export function StartCheckIn({ token, onRedeemed }: StartCheckInProps) {
  const mutation = useMutation({ mutationFn: redeemLink, onSuccess: onRedeemed });
  const failure = mutation.isError ? describeFailure(mutation.error) : null;
  return (
    <>
      <p>
        You need no password. The link works once: you are let in for two hours, or until you have done
        nothing for half an hour. What you answered is kept, and you can go on with the next link.
      </p>
      <p>It shows none of your earlier scores. To see them, sign in with your password.</p>
      {failure !== null && (
        <Callout tone="attention" live>
          {failure.title} {failure.advice}
        </Callout>
      )}
      <div>
        <Button size="lg" loading={mutation.isPending} onClick={() => mutation.mutate({ token })}>
          Start
        </Button>
      </div>
    </>
  );
}
