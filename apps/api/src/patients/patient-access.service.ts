import { Injectable } from '@nestjs/common';
import type { GivenPatientAccess, IssuedLink, PatientAccess } from '@courseline/contracts';
import { ClinicMembers } from '../clinics/clinic-members.js';
import { Invitations } from '../clinics/invitations.js';
import type { Member } from '../clinics/membership-rows.js';
import { IdentityDatabase } from '../database/identity-database.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { IdentityEvents } from '../sign-in/identity-events.js';
import { OneTimeLinks } from '../sign-in/one-time-links.js';
import { SignIns } from '../sign-in/sign-ins.js';
import { PatientsQueries } from './patients.queries.js';
import { TreatedPatients } from './treated-patients.js';

const states = { invited: 'invited', active: 'active', left: 'withdrawn' } as const;

/** Gives a patient access to the own record, and takes it. Accounts are another role's: the work is done by it. */
@Injectable()
export class PatientAccessService {
  constructor(
    private readonly context: RequestContext,
    private readonly treated: TreatedPatients,
    private readonly patients: PatientsQueries,
    private readonly identity: IdentityDatabase,
    private readonly members: ClinicMembers,
    private readonly invitations: Invitations,
    private readonly links: OneTimeLinks,
    private readonly signIns: SignIns,
    private readonly events: IdentityEvents,
  ) {}

  async get(patientId: string): Promise<PatientAccess> {
    await this.treated.requireVisible(patientId);
    return accessOf(await this.find(patientId));
  }

  /** Invites the patient; to whom was invited or has access already, a new link. */
  async give(patientId: string, email: string): Promise<GivenPatientAccess> {
    await this.treated.requireTreated(patientId);
    const patient = await this.patients.find(patientId);
    if (patient?.status !== 'current')
      throw new DomainError('conflict', { detail: 'This patient was entered in error.' });
    const { clinic, principal } = this.context;
    await this.context.bumpClinicVersion();
    const earlier = await this.find(patientId);
    const open = earlier === null || earlier.state === 'left' ? null : earlier;
    if (open?.state === 'active' && open.email !== email) {
      throw new DomainError('already-exists', {
        errors: [
          { pointer: '/email', detail: 'The patient signs in with another address. Withdraw that first.' },
        ],
      });
    }
    let link: IssuedLink;
    if (open?.email === email) {
      link = await this.invitations.renewLink({ clinic, invitedBy: principal.accountId }, open.account_id);
    } else {
      if (open !== null) await this.leave(open);
      const name = [patient.givenName, patient.familyName].filter((part) => part !== '').join(' ');
      ({ link } = await this.invitations.invite({
        clinic,
        invitedBy: principal.accountId,
        email,
        name,
        roles: ['patient'],
        patientId,
      }));
    }
    return { access: accessOf(await this.find(patientId)), link };
  }

  /** The patient is out at once; what they answered stays. */
  async withdraw(patientId: string): Promise<PatientAccess> {
    await this.treated.requireTreated(patientId);
    const member = await this.find(patientId);
    if (member === null || member.state === 'left')
      throw new DomainError('conflict', { detail: 'The patient has no access.' });
    await this.context.bumpClinicVersion();
    await this.leave(member);
    return accessOf(await this.find(patientId));
  }

  private find(patientId: string): Promise<Member | null> {
    return this.identity.transaction((sql) =>
      this.members.findOfPatient(sql, this.context.clinic.id, patientId),
    );
  }

  private async leave(member: Member): Promise<void> {
    const by = this.context.principal.accountId;
    const key = { clinicId: this.context.clinic.id, accountId: member.account_id };
    await this.identity.transaction(async (sql) => {
      await this.members.setLeft(sql, key, { by, version: member.version });
      await this.links.revoke(sql, { purpose: 'invitation', ...key });
      await this.signIns.endAll(sql, member.account_id);
      await this.events.write(sql, { action: 'member-left', ...key, by });
    });
  }
}

function accessOf(member: Member | null): PatientAccess {
  if (member === null) return { state: 'none', email: null, linkExpiresAt: null };
  return {
    state: states[member.state],
    email: member.email,
    linkExpiresAt: member.link_expires_at?.toISOString() ?? null,
  };
}
