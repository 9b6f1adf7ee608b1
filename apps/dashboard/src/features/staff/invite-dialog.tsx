import { staffInvitationSchema, type InvitedStaff, type StaffInvitation } from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { inviteStaff, staffQuery } from '../../api/clinics';
import { useCurrentClinic } from '../../api/current-clinic';
import { isProblem } from '../../api/problem-error';
import { Dialog } from '../../ui/dialog';
import { Choices } from '../../ui/fields/choice';
import { Form, FormEnd } from '../../ui/fields/form';
import { TextField } from '../../ui/fields/text-field';
import { placeProblem } from '../../ui/form-problem';
import { formResolver } from '../../ui/form-resolver';
import { IssuedLinkPanel } from './issued-link';
import { roleOptions } from './role-options';

interface InviteDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function InviteDialog({ opened, onClose }: InviteDialogProps) {
  const [invited, setInvited] = useState<InvitedStaff | null>(null);
  const close = () => {
    setInvited(null);
    onClose();
  };
  return (
    <Dialog
      opened={opened}
      onClose={close}
      title={invited === null ? 'Invite to the staff' : `${invited.member.name} is invited`}
      size="lg"
    >
      {invited === null ? (
        <InviteForm onInvited={setInvited} />
      ) : (
        <>
          <IssuedLinkPanel link={invited.link} name={invited.member.name} email={invited.member.email} />
          <div>
            <Button onClick={close}>Done</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

const empty: StaffInvitation = { name: '', email: '', roles: [] };

function InviteForm({ onInvited }: { readonly onInvited: (invited: InvitedStaff) => void }) {
  const { slug } = useCurrentClinic();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({ resolver: formResolver(staffInvitationSchema), defaultValues: empty });
  const { errors } = form.formState;
  const mutation = useMutation({
    mutationFn: (invitation: StaffInvitation) => inviteStaff(slug, invitation),
    onSuccess: async (invited) => {
      onInvited(invited);
      await queryClient.invalidateQueries({ queryKey: staffQuery(slug).queryKey });
    },
    onError: (error) => {
      if (isProblem(error, 'already-exists')) {
        form.setError(
          'email',
          { message: 'This person belongs to the clinic already.' },
          { shouldFocus: true },
        );
        setProblem(null);
      } else {
        setProblem(placeProblem(form, error, ['name', 'email', 'roles']));
      }
    },
  });
  return (
    <Form onSubmit={form.handleSubmit((values) => mutation.mutate(values))}>
      <TextField
        label="Name"
        hint="As colleagues and patients know them."
        autoComplete="off"
        data-autofocus
        error={errors.name?.message}
        {...form.register('name')}
      />
      <TextField
        type="email"
        label="Email"
        hint="They sign in with it."
        autoComplete="off"
        error={errors.email?.message}
        {...form.register('email')}
      />
      <Controller
        control={form.control}
        name="roles"
        render={({ field }) => (
          <Choices
            label="Roles"
            options={roleOptions}
            values={field.value}
            onChange={field.onChange}
            stacked
            error={errors.roles?.message}
          />
        )}
      />
      <FormEnd submit="Invite" pending={mutation.isPending} problem={problem} />
    </Form>
  );
}
