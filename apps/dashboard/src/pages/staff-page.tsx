import type { StaffMember } from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { staffQuery } from '../api/clinics';
import { useCurrentClinic, useHasRole } from '../api/current-clinic';
import { InviteDialog } from '../features/staff/invite-dialog';
import { MemberDialog } from '../features/staff/member-dialog';
import { StaffTable } from '../features/staff/staff-table';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader } from '../ui/page';
import { RowsSkeleton } from '../ui/skeletons';
import { EmptyState } from '../ui/states';

export function StaffPage() {
  const { slug } = useCurrentClinic();
  const mayChange = useHasRole('administrator');
  const staff = useQuery(staffQuery(slug));
  const [inviting, setInviting] = useState(false);
  const [managed, setManaged] = useState<string | null>(null);
  const member = staff.data?.staff.find(({ accountId }) => accountId === managed);
  return (
    <Page>
      <PageHeader
        title="Staff"
        {...(mayChange ? { actions: <Button onClick={() => setInviting(true)}>Invite</Button> } : {})}
      />
      <Loaded query={staff} skeleton={<RowsSkeleton rows={6} />}>
        {(data) => (
          <>
            <StaffTable
              staff={inOrder(data.staff)}
              onManage={mayChange ? ({ accountId }) => setManaged(accountId) : null}
            />
            {data.staff.length === 1 && (
              <EmptyState title="So far you are alone here">
                Nurses, clinicians and directors stand here once they are invited. Each gets a link, chooses a
                password and is in.
              </EmptyState>
            )}
          </>
        )}
      </Loaded>
      <InviteDialog opened={inviting} onClose={() => setInviting(false)} />
      {member !== undefined && <MemberDialog member={member} onClose={() => setManaged(null)} />}
    </Page>
  );
}

const states = ['active', 'invited', 'left'] as const;

function inOrder(staff: readonly StaffMember[]): StaffMember[] {
  return [...staff].sort(
    (a, b) => states.indexOf(a.state) - states.indexOf(b.state) || a.name.localeCompare(b.name),
  );
}
