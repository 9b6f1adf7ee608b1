import { signInRequestSchema, type Me } from '@courseline/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { isProblem } from '../../api/problem-error';
import { meQuery, signIn } from '../../api/sign-in';
import { describeFailure } from '../../ui/failure-words';
import { Form, FormEnd } from '../../ui/fields/form';
import { PasswordField } from '../../ui/fields/password-field';
import { TextField } from '../../ui/fields/text-field';
import { formResolver } from '../../ui/form-resolver';

interface SignInFormProps {
  readonly email: string;
  readonly password: string;
  readonly onSignedIn: (me: Me) => void;
}

export function SignInForm({ email, password, onSignedIn }: SignInFormProps) {
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({ resolver: formResolver(signInRequestSchema), values: { email, password } });
  const { errors } = form.formState;
  const mutation = useMutation({
    mutationFn: signIn,
    onSuccess: (me) => {
      queryClient.clear();
      queryClient.setQueryData(meQuery().queryKey, me);
      onSignedIn(me);
    },
    onError: (error) => {
      setProblem(refusal(error));
      form.setFocus('password');
    },
  });
  return (
    <Form onSubmit={form.handleSubmit((values) => mutation.mutate(values))}>
      <TextField
        type="email"
        label="Email"
        autoComplete="username"
        error={errors.email?.message}
        {...form.register('email')}
      />
      <PasswordField
        label="Password"
        autoComplete="current-password"
        error={errors.password?.message}
        {...form.register('password')}
      />
      <FormEnd submit="Sign in" pending={mutation.isPending} problem={problem} />
    </Form>
  );
}

function refusal(error: unknown): string {
  if (isProblem(error, 'sign-in-refused')) {
    return 'The email address or the password is wrong. Check both; capital letters count in the password.';
  }
  const failure = describeFailure(error);
  return `${failure.title} ${failure.advice}`;
}
