import { forgottenPasswordRequestSchema } from '@courseline/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { askForReset } from '../../api/sign-in';
import { Callout } from '../../ui/callout';
import { Form, FormEnd } from '../../ui/fields/form';
import { TextField } from '../../ui/fields/text-field';
import { placeProblem } from '../../ui/form-problem';
import { formResolver } from '../../ui/form-resolver';

export function ForgottenPasswordForm() {
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({
    resolver: formResolver(forgottenPasswordRequestSchema),
    defaultValues: { email: '' },
  });
  const mutation = useMutation({
    mutationFn: askForReset,
    onError: (error) => setProblem(placeProblem(form, error, ['email'])),
  });
  if (mutation.isSuccess) {
    return (
      <Callout tone="note" live>
        If {mutation.variables.email} belongs to an account, a link is on its way. It works once, and not for
        long. Nothing came? Ask an administrator of your clinic for a link.
      </Callout>
    );
  }
  return (
    <Form onSubmit={form.handleSubmit((values) => mutation.mutate(values))}>
      <TextField
        type="email"
        label="Email"
        hint="We send a link with which you choose a new password."
        autoComplete="username"
        error={form.formState.errors.email?.message}
        {...form.register('email')}
      />
      <FormEnd submit="Send the link" pending={mutation.isPending} problem={problem} />
    </Form>
  );
}
