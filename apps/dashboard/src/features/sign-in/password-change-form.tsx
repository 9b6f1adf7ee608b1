import { passwordChangeSchema } from '@courseline/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { isProblem } from '../../api/problem-error';
import { changePassword } from '../../api/sign-in';
import { Callout } from '../../ui/callout';
import { Form, FormEnd } from '../../ui/fields/form';
import { PasswordField } from '../../ui/fields/password-field';
import { placeProblem } from '../../ui/form-problem';
import { formResolver } from '../../ui/form-resolver';
import { NewPasswordField } from './new-password-field';

export function PasswordChangeForm({ email }: { readonly email: string }) {
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({
    resolver: formResolver(passwordChangeSchema),
    defaultValues: { currentPassword: '', newPassword: '' },
  });
  const { errors } = form.formState;
  const mutation = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      form.reset();
      setProblem(null);
    },
    onError: (error) => {
      if (isProblem(error, 'sign-in-refused')) {
        form.setError(
          'currentPassword',
          { message: 'This is not your current password.' },
          { shouldFocus: true },
        );
        setProblem(null);
      } else {
        setProblem(placeProblem(form, error, ['currentPassword', 'newPassword']));
      }
    },
  });
  return (
    <Form onSubmit={form.handleSubmit((values) => mutation.mutate(values))}>
      {/* Password managers ask whose password it is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordField
        label="Current password"
        autoComplete="current-password"
        error={errors.currentPassword?.message}
        {...form.register('currentPassword')}
      />
      <NewPasswordField error={errors.newPassword?.message} {...form.register('newPassword')} />
      {mutation.isSuccess && (
        <Callout tone="note" live>
          The password is changed. Other devices where you were signed in are signed out.
        </Callout>
      )}
      <FormEnd submit="Change password" pending={mutation.isPending} problem={problem} />
    </Form>
  );
}
