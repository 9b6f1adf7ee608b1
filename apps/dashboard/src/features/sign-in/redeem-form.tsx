import { newPassword, type Link as OneTimeLink, type RedeemedLink } from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { redeemLink } from '../../api/sign-in';
import { Callout } from '../../ui/callout';
import { describeFailure } from '../../ui/failure-words';
import { Form, FormEnd } from '../../ui/fields/form';
import { TextField } from '../../ui/fields/text-field';
import { placeProblem } from '../../ui/form-problem';
import { formResolver } from '../../ui/form-resolver';
import { NewPasswordField } from './new-password-field';

interface RedeemProps {
  readonly link: OneTimeLink;
  readonly token: string;
  readonly onRedeemed: (redeemed: RedeemedLink) => void;
}

const passwordFormSchema = z.strictObject({ password: newPassword() });

/** Uses the link up and sets the person's password. */
export function RedeemWithPassword({ link, token, onRedeemed }: RedeemProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({ resolver: formResolver(passwordFormSchema), defaultValues: { password: '' } });
  const mutation = useMutation({
    mutationFn: redeemLink,
    onSuccess: onRedeemed,
    onError: (error) => setProblem(placeProblem(form, error, ['password'])),
  });
  return (
    <Form onSubmit={form.handleSubmit(({ password }) => mutation.mutate({ token, password }))}>
      <TextField
        type="email"
        label="Email"
        hint="You sign in with it."
        value={link.email ?? ''}
        readOnly
        autoComplete="username"
      />
      <NewPasswordField
        label={link.purpose === 'invitation' ? 'Password' : 'New password'}
        error={form.formState.errors.password?.message}
        {...form.register('password')}
      />
      <FormEnd
        submit={link.purpose === 'invitation' ? 'Join the clinic' : 'Change the password'}
        pending={mutation.isPending}
        problem={problem}
      />
    </Form>
  );
}

/** Uses the link up for someone who has an account already and joins another clinic. */
export function RedeemAsKnown({ link, token, onRedeemed }: RedeemProps) {
  const mutation = useMutation({ mutationFn: redeemLink, onSuccess: onRedeemed });
  const failure = mutation.isError ? describeFailure(mutation.error) : null;
  return (
    <>
      <p>You have an account with {link.email} already. Join, then sign in with the password you have.</p>
      {failure !== null && (
        <Callout tone="attention" live>
          {failure.title} {failure.advice}
        </Callout>
      )}
      <div>
        <Button loading={mutation.isPending} onClick={() => mutation.mutate({ token })}>
          Join the clinic
        </Button>
      </div>
    </>
  );
}
