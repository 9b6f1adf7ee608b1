import type { StaffMember } from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useCurrentClinic } from '../../api/current-clinic';
import { rolesLine } from '../../messages/role-words';
import { DataTable, type Column } from '../../ui/data-table';
import { useFormat, type Format } from '../../ui/format-context';
import styles from './staff.module.css';

interface StaffTableProps {
  readonly staff: readonly StaffMember[];
  /** Null for those who may look and not change. */
  readonly onManage: ((member: StaffMember) => void) | null;
}

export function StaffTable({ staff, onManage }: StaffTableProps) {
  const { accountId } = useCurrentClinic();
  const format = useFormat();
  const columns: [Column<StaffMember>, ...Column<StaffMember>[]] = [
    {
      id: 'name',
      header: 'Name',
      cell: (member) => (
        <span className={member.state === 'left' ? styles['left'] : undefined}>
          {member.name}
          {member.accountId === accountId && ' (you)'}
        </span>
      ),
    },
    { id: 'roles', header: 'Roles', cell: (member) => rolesLine(member.roles) },
    { id: 'email', header: 'Email', cell: (member) => member.email },
    { id: 'state', header: 'State', cell: (member) => stateWords(member, format) },
  ];
  if (onManage !== null) {
    columns.push({
      id: 'manage',
      header: 'Change',
      headerHidden: true,
      fit: true,
      card: 'end',
      cell: (member) => (
        <Button variant="subtle" size="compact-sm" onClick={() => onManage(member)}>
          Change<span className="visually-hidden"> {member.name}</span>
        </Button>
      ),
    });
  }
  return <DataTable caption="Staff" rows={staff} rowKey={(member) => member.accountId} columns={columns} />;
}

function stateWords(member: StaffMember, format: Format): string {
  switch (member.state) {
    case 'active':
      return member.linkExpiresAt === null
        ? 'active'
        : `active, password link until ${format.shortMoment(member.linkExpiresAt)}`;
    case 'left':
      return 'has left';
    case 'invited':
      return member.linkExpiresAt === null
        ? 'invited, the link has run out'
        : `invited, link until ${format.shortMoment(member.linkExpiresAt)}`;
  }
}
