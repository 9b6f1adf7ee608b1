import type { IssuedLink, StaffMember, StaffRole } from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeRoles, endMembership, issueStaffLink, staffQuery } from '../../api/clinics';
import { useCurrentClinic } from '../../api/current-clinic';
import { Callout } from '../../ui/callout';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { Dialog } from '../../ui/dialog';
import { describeFailure } from '../../ui/failure-words';
import { Choices } from '../../ui/fields/choice';
import { IssuedLinkPanel } from './issued-link';
import { roleOptions } from './role-options';
import styles from './staff.module.css';

interface MemberDialogProps {
  readonly member: StaffMember;
  readonly onClose: () => void;
}

/** What an administrator can do about one person of the staff. */
export function MemberDialog({ member, onClose }: MemberDialogProps) {
  const clinic = useCurrentClinic();
  const [leaving, setLeaving] = useState(false);
  if (leaving) return <LeaveDialog member={member} onClose={() => setLeaving(false)} onLeft={onClose} />;
  return (
    <Dialog opened onClose={onClose} title={member.name} size="lg">
      <p>{member.email}</p>
      {member.state === 'left' ? (
        <p>
          {member.name} has left the clinic. To bring them back, invite them again with the same email
          address.
        </p>
      ) : (
        <>
          <RolesPart member={member} />
          <LinkPart member={member} />
          {member.accountId !== clinic.accountId && (
            <section className={styles['part']} aria-labelledby="leave-title">
              <h3 id="leave-title">Leaving the clinic</h3>
              <div>
                <Button variant="default" onClick={() => setLeaving(true)}>
                  {member.state === 'invited' ? 'Withdraw the invitation' : 'Remove from the staff'}
                </Button>
              </div>
            </section>
          )}
        </>
      )}
    </Dialog>
  );
}

function RolesPart({ member }: { readonly member: StaffMember }) {
  const { slug } = useCurrentClinic();
  const queryClient = useQueryClient();
  const [roles, setRoles] = useState<readonly StaffRole[]>(member.roles);
  const mutation = useMutation({
    mutationFn: (wanted: readonly StaffRole[]) =>
      changeRoles(slug, member.accountId, member.version, { roles: [...wanted] }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: staffQuery(slug).queryKey }),
  });
  const unchanged =
    roles.length === member.roles.length && roles.every((role) => member.roles.includes(role));
  const failure = mutation.isError ? describeFailure(mutation.error) : null;
  return (
    <div className={styles['link']}>
      <Choices
        label="Roles"
        hint="A change holds from their next step on."
        options={roleOptions}
        values={roles}
        onChange={setRoles}
        stacked
        error={roles.length === 0 ? 'At least one role.' : undefined}
      />
      {failure !== null && (
        <Callout tone="attention" live>
          {failure.title} {failure.advice}
        </Callout>
      )}
      <div>
        <Button
          disabled={unchanged || roles.length === 0}
          loading={mutation.isPending}
          onClick={() => mutation.mutate(roles)}
        >
          Change roles
        </Button>{' '}
        <span role="status">{mutation.isSuccess && unchanged && 'Changed.'}</span>
      </div>
    </div>
  );
}

function LinkPart({ member }: { readonly member: StaffMember }) {
  const { slug } = useCurrentClinic();
  const queryClient = useQueryClient();
  const [link, setLink] = useState<IssuedLink | null>(null);
  const mutation = useMutation({
    mutationFn: () => issueStaffLink(slug, member.accountId),
    onSuccess: async (issued) => {
      setLink(issued);
      await queryClient.invalidateQueries({ queryKey: staffQuery(slug).queryKey });
    },
  });
  const invited = member.state === 'invited';
  const failure = mutation.isError ? describeFailure(mutation.error) : null;
  return (
    <section className={styles['part']} aria-labelledby="link-title">
      <h3 id="link-title">{invited ? 'Invitation' : 'Password'}</h3>
      <p>
        {invited
          ? 'A new link makes the earlier one useless.'
          : 'With a link, they choose a new password. Until then their present one holds.'}
      </p>
      {link !== null && <IssuedLinkPanel link={link} name={member.name} email={member.email} />}
      {failure !== null && (
        <Callout tone="attention" live>
          {failure.title} {failure.advice}
        </Callout>
      )}
      {link === null && (
        <div>
          <Button variant="default" loading={mutation.isPending} onClick={() => mutation.mutate()}>
            {invited ? 'Make a new invitation link' : 'Make a password link'}
          </Button>
        </div>
      )}
    </section>
  );
}

interface LeaveDialogProps extends MemberDialogProps {
  readonly onLeft: () => void;
}

function LeaveDialog({ member, onClose, onLeft }: LeaveDialogProps) {
  const { slug, name: clinicName } = useCurrentClinic();
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: () => endMembership(slug, member.accountId, member.version),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: staffQuery(slug).queryKey });
      onLeft();
    },
  });
  return member.state === 'invited' ? (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={`Withdraw the invitation of ${member.name}?`}
      consequence="The link they were given stops working."
      confirm="Withdraw"
      onConfirm={() => mutation.mutate()}
      pending={mutation.isPending}
      error={mutation.error}
    />
  ) : (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={`Remove ${member.name} from the staff?`}
      consequence={`They see nothing of ${clinicName} from this moment on, and leave every care team. What they wrote and signed stays, under their name. Patients whose only carer they were need another.`}
      confirm="Remove from the staff"
      onConfirm={() => mutation.mutate()}
      pending={mutation.isPending}
      error={mutation.error}
    />
  );
}
