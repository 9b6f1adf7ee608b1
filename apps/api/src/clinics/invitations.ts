import { Injectable } from '@nestjs/common';
import type { IssuedLink, Role } from '@courseline/contracts';
import { z } from 'zod';
import type { CurrentClinic } from '../access/entry.js';
import { IdentityDatabase } from '../database/identity-database.js';
import { newId } from '../database/ids.js';
import type { Sql } from '../database/sql.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { Accounts } from '../sign-in/accounts.js';
import { IdentityEvents } from '../sign-in/identity-events.js';
import { invitationLetter, resetLetter } from '../sign-in/letters.js';
import { Mailer } from '../letters/mailer.js';
import { linkHours, OneTimeLinks, type NewLink } from '../sign-in/one-time-links.js';
import { ClinicMembers } from './clinic-members.js';

export interface Invitation {
  readonly clinic: CurrentClinic;
  readonly invitedBy: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The patient whose own record it opens, with the role `patient` alone; null for staff. */
  readonly patientId: string | null;
}

export interface Invited {
  readonly accountId: string;
  readonly link: IssuedLink;
}

type Inviting = Pick<Invitation, 'clinic' | 'invitedBy'>;

const others = z.object({ count: z.number() });

/** Lets people in: staff, and patients to their own record. Works in transactions of its own, as the identity role. */
@Injectable()
export class Invitations {
  constructor(
    private readonly identity: IdentityDatabase,
    private readonly accounts: Accounts,
    private readonly members: ClinicMembers,
    private readonly links: OneTimeLinks,
    private readonly events: IdentityEvents,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the person a member who is yet to come, and a link that lets them. Whether the address has an account
   * already, in another clinic, the inviter does not learn.
   */
  async invite(invitation: Invitation): Promise<Invited> {
    const { clinic, invitedBy, email, name } = invitation;
    const { accountId, link } = await this.identity.transaction(async (sql) => {
      await this.members.requireActive(sql, { clinicId: clinic.id, accountId: invitedBy });
      const invited = await this.addMember(sql, invitation);
      const target = { accountId: invited, clinicId: clinic.id, createdBy: invitedBy };
      const made = await this.links.issue(sql, { purpose: 'invitation', ...target });
      return { accountId: invited, link: made };
    });
    return { accountId, link: await this.post(clinic, { email, name }, link, 'invitation') };
  }

  /** A new link for a member: to come in, or, who is in already, to choose a new password. */
  async renewLink({ clinic, invitedBy }: Inviting, accountId: string): Promise<IssuedLink> {
    const key = { clinicId: clinic.id, accountId };
    const { member, purpose, link } = await this.identity.transaction(async (sql) => {
      await this.members.requireActive(sql, { clinicId: clinic.id, accountId: invitedBy });
      const found = await this.members.get(sql, key);
      if (found.state === 'left') throw new DomainError('not-found');
      const kind = found.state === 'invited' ? ('invitation' as const) : ('password-reset' as const);
      // A clinic must not be able to open an account through which another clinic's patients can be seen.
      if (kind === 'password-reset') await this.requireNoOtherClinic(sql, key);
      const clinicId = kind === 'invitation' ? clinic.id : null;
      const made = await this.links.issue(sql, { purpose: kind, accountId, clinicId, createdBy: invitedBy });
      const event = { accountId, clinicId: clinic.id, by: invitedBy, detail: { purpose: kind } };
      await this.events.write(sql, { action: 'link-made', ...event });
      return { member: found, purpose: kind, link: made };
    });
    return this.post(clinic, member, link, purpose);
  }

  private async addMember(
    sql: Sql,
    { clinic, invitedBy, email, name, roles, patientId }: Invitation,
  ): Promise<string> {
    const accountId =
      (await this.accounts.findByEmail(sql, email))?.id ?? (await this.addAccount(sql, email, name));
    const key = { clinicId: clinic.id, accountId };
    const earlier = await this.members.find(sql, key);
    if (earlier !== null && earlier.state !== 'left') {
      throw new DomainError('already-exists', {
        errors: [{ pointer: '/email', detail: 'Somebody with this address belongs to the clinic already.' }],
      });
    }
    await sql.execute(
      `insert into membership (clinic_id, account_id, roles, state, patient_id, version, changed_at, changed_by)
       values ($1, $2, $3, 'invited', $4, 1, $5, $6)
       on conflict (clinic_id, account_id) do update set roles = $3, state = 'invited', patient_id = $4,
         version = membership.version + 1, changed_at = $5, changed_by = $6`,
      [clinic.id, accountId, roles, patientId, this.clock.now(), invitedBy],
    );
    await sql.execute(
      `insert into member_name (clinic_id, account_id, name) values ($1, $2, $3)
       on conflict (clinic_id, account_id) do update set name = $3`,
      [clinic.id, accountId, name],
    );
    const event = { accountId, clinicId: clinic.id, by: invitedBy, detail: { roles } };
    await this.events.write(sql, { action: 'member-invited', ...event });
    return accountId;
  }

  private async addAccount(sql: Sql, email: string, name: string): Promise<string> {
    const id = newId();
    await sql.execute(`insert into account (id, email, name, created_at) values ($1, $2, $3, $4)`, [
      id,
      email,
      name,
      this.clock.now(),
    ]);
    return id;
  }

  private async requireNoOtherClinic(
    sql: Sql,
    { clinicId, accountId }: { clinicId: string; accountId: string },
  ): Promise<void> {
    const found = await sql.find(
      others,
      `select count(*) as count from membership where account_id = $1 and clinic_id <> $2 and state <> 'left'`,
      [accountId, clinicId],
    );
    if (found?.count !== 0) throw new DomainError('belongs-to-several-clinics');
  }

  private async post(
    { name: clinicName, locale }: CurrentClinic,
    { email, name }: { email: string; name: string },
    { url, expiresAt }: NewLink,
    purpose: 'invitation' | 'password-reset',
  ): Promise<IssuedLink> {
    const write = purpose === 'invitation' ? invitationLetter : resetLetter;
    const mail = await this.mailer.send(
      write({ to: email, name, clinicName, url, hours: linkHours, locale }),
    );
    return { url, expiresAt: expiresAt.toISOString(), mail };
  }
}
