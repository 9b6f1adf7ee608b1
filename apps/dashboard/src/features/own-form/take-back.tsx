import { kioskReturnSchema, type KioskReturned } from '@courseline/contracts';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { takeTabletBack } from '../../api/kiosk';
import { isProblem } from '../../api/problem-error';
import { describeFailure } from '../../ui/failure-words';
import { Form, FormEnd } from '../../ui/fields/form';
import { PasswordField } from '../../ui/fields/password-field';
import { formResolver } from '../../ui/form-resolver';
import styles from './own-form.module.css';

/** For staff, below what the patient reads: opened by a press, so that nobody types into it by chance. */
export function TakeBack({ onBack }: { readonly onBack: (returned: KioskReturned) => void }) {
  const [open, setOpen] = useState(false);
  const form = useForm({ resolver: formResolver(kioskReturnSchema), defaultValues: { password: '' } });
  const back = useMutation({
    mutationFn: ({ password }: { password: string }) => takeTabletBack(password),
    onSuccess: onBack,
    onError: () => form.resetField('password'),
  });
  useEffect(() => {
    if (open) form.setFocus('password');
  }, [open, form]);
  if (!open) {
    return (
      <button type="button" className={styles['staff']} onClick={() => setOpen(true)}>
        For staff: take the tablet back
      </button>
    );
  }
  return (
    <Form label="Take the tablet back" onSubmit={form.handleSubmit((values) => back.mutate(values))}>
      <PasswordField
        label="Your password"
        hint="Of the person who handed the tablet over."
        autoComplete="current-password"
        error={form.formState.errors.password?.message}
        {...form.register('password')}
      />
      <FormEnd submit="Take back" pending={back.isPending} problem={refusal(back.error)} />
      <p>
        <a href="/sign-in">Sign in as someone else</a>
      </p>
    </Form>
  );
}

function refusal(error: Error | null): string | null {
  if (error === null) return null;
  if (isProblem(error, 'sign-in-refused'))
    return 'This is not the password of the person who handed it over.';
  const { title, advice } = describeFailure(error);
  return `${title} ${advice}`;
}
