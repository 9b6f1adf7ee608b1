import { Injectable } from '@nestjs/common';
import {
  staffRoles,
  type Colleagues,
  type InvitedStaff,
  type IssuedLink,
  type StaffInvitation,
  type StaffList,
  type StaffMember,
  type StaffRole,
} from '@courseline/contracts';
import { IdentityDatabase } from '../database/identity-database.js';
import type { Sql } from '../database/sql.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { IdentityEvents } from '../sign-in/identity-events.js';
import { OneTimeLinks } from '../sign-in/one-time-links.js';
import { SignIns } from '../sign-in/sign-ins.js';
import { ClinicMembers, type MemberKey } from './clinic-members.js';
import { Invitations } from './invitations.js';
import type { Member } from './membership-rows.js';

/** Who works in the clinic of the request, and as what. */
@Injectable()
export class Staff {
  constructor(
    private readonly identity: IdentityDatabase,
    private readonly members: ClinicMembers,
    private readonly invitations: Invitations,
    private readonly links: OneTimeLinks,
    private readonly signIns: SignIns,
    private readonly events: IdentityEvents,
    private readonly context: RequestContext,
  ) {}

  async list(): Promise<StaffList> {
    const staff = await this.identity.transaction((sql) =>
      this.members.listStaff(sql, this.context.clinic.id),
    );
    return { staff: staff.map(toStaffMember) };
  }

  async colleagues(): Promise<Colleagues> {
    const { staff } = await this.list();
    const active = staff.filter(({ state }) => state === 'active');
    return { colleagues: active.map(({ accountId, name, roles }) => ({ accountId, name, roles })) };
  }

  async invite({ email, name, roles }: StaffInvitation): Promise<InvitedStaff> {
    const { clinic, principal } = this.context;
    await this.context.bumpClinicVersion();
    const invitedBy = principal.accountId;
    const { accountId, link } = await this.invitations.invite({
      clinic,
      invitedBy,
      email,
      name,
      roles,
      patientId: null,
    });
    return { member: await this.get(accountId), link };
  }

  async newLink(accountId: string): Promise<IssuedLink> {
    await this.get(accountId);
    const { clinic, principal } = this.context;
    return this.invitations.renewLink({ clinic, invitedBy: principal.accountId }, accountId);
  }

  /** Counts from the person's next request on: what somebody is, is read each time. */
  async changeRoles(accountId: string, roles: readonly StaffRole[], version: number): Promise<StaffMember> {
    return this.change(accountId, async (sql, key, by) => {
      if (!roles.includes('administrator')) await this.members.requireOtherAdministrator(sql, key);
      await this.members.setRoles(sql, key, roles, { by, version });
      await this.events.write(sql, { action: 'roles-changed', ...key, by, detail: { roles } });
    });
  }

  /**
   * The person is out at once; what they wrote stays theirs. Nobody takes themselves out: who did it could then not
   * be written into the clinic's audit, and another administrator is needed anyway.
   */
  async leave(accountId: string, version: number): Promise<StaffMember> {
    if (accountId === this.context.principal.accountId) {
      throw new DomainError('conflict', { detail: 'Another administrator has to do this for you.' });
    }
    return this.change(accountId, async (sql, key, by) => {
      await this.members.requireOtherAdministrator(sql, key);
      await this.members.setLeft(sql, key, { by, version });
      await this.links.revoke(sql, { purpose: 'invitation', ...key });
      await this.signIns.endAll(sql, accountId);
      await this.events.write(sql, { action: 'member-left', ...key, by });
    });
  }

  private async change(
    accountId: string,
    work: (sql: Sql, key: MemberKey, by: string) => Promise<void>,
  ): Promise<StaffMember> {
    const key = { clinicId: this.context.clinic.id, accountId };
    await this.context.bumpClinicVersion();
    return this.identity.transaction(async (sql) => {
      await this.members.requireActive(sql, {
        clinicId: key.clinicId,
        accountId: this.context.principal.accountId,
      });
      requireStaff(await this.members.get(sql, key));
      await work(sql, key, this.context.principal.accountId);
      return toStaffMember(await this.members.get(sql, key));
    });
  }

  private async get(accountId: string): Promise<StaffMember> {
    const key = { clinicId: this.context.clinic.id, accountId };
    const member = await this.identity.transaction((sql) => this.members.get(sql, key));
    return toStaffMember(requireStaff(member));
  }
}

/** A patient's membership is not found here: whoever treats the patient gives and takes it. */
function requireStaff(member: Member): Member {
  if (member.patient_id !== null) throw new DomainError('not-found');
  return member;
}

function toStaffMember(member: Member): StaffMember {
  return {
    accountId: member.account_id,
    name: member.name,
    email: member.email,
    roles: staffRoles.filter((role) => member.roles.includes(role)),
    state: member.state,
    linkExpiresAt: member.link_expires_at?.toISOString() ?? null,
    version: member.version,
  };
}
