import { Injectable } from '@nestjs/common';
import type { Link, LinkRedemption, RedeemedLink } from '@courseline/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { IdentityDatabase } from '../database/identity-database.js';
import type { Sql } from '../database/sql.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { Accounts, type Account } from '../sign-in/accounts.js';
import { Admission } from '../sign-in/admission.js';
import { IdentityEvents } from '../sign-in/identity-events.js';
import { OneTimeLinks, type OpenLink } from '../sign-in/one-time-links.js';
import { SignIns } from '../sign-in/sign-ins.js';

const clinicRow = z.object({ name: z.string(), slug: z.string() });

interface Opened {
  readonly link: OpenLink;
  readonly account: Account;
  readonly clinic: z.infer<typeof clinicRow> | null;
  readonly needsPassword: boolean;
}

/** What a one-time link is for, and using it up. */
@Injectable()
export class LinkRedemptions {
  constructor(
    private readonly identity: IdentityDatabase,
    private readonly links: OneTimeLinks,
    private readonly accounts: Accounts,
    private readonly signIns: SignIns,
    private readonly admission: Admission,
    private readonly events: IdentityEvents,
    private readonly clock: Clock,
  ) {}

  async look(token: string): Promise<Link> {
    return this.identity.transaction(async (sql) => {
      const found = await this.links.get(sql, token);
      const expiresAt = found.expires_at.toISOString();
      if (found.account_id === null) {
        return {
          purpose: found.purpose,
          email: null,
          name: null,
          clinicName: null,
          needsPassword: true,
          expiresAt,
        };
      }
      const { link, account, clinic, needsPassword } = await this.open(sql, found);
      // Whoever the letter was passed on to learns nothing of the person.
      const { email, name } = link.purpose === 'check-in' ? { email: null, name: null } : account;
      return {
        purpose: link.purpose,
        email,
        name,
        clinicName: clinic?.name ?? null,
        needsPassword,
        expiresAt,
      };
    });
  }

  /** Of many at once with the same link, one gets in; the others are told that it was used. */
  async redeem(
    { token, password }: LinkRedemption,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<RedeemedLink> {
    const opened = await this.identity.transaction(async (sql) =>
      this.open(sql, await this.links.get(sql, token)),
    );
    const { account, clinic } = opened;
    const hash = await this.chosenHash(opened, password);
    if (opened.link.purpose === 'check-in') return this.enterCheckIn(token, request, reply);
    const admitted = await this.identity.transaction(async (sql) => {
      const used = await this.links.use(sql, token);
      await this.events.write(sql, { action: 'link-used', accountId: account.id, clinicId: used.clinic_id });
      if (used.purpose === 'invitation') await this.join(sql, used);
      // A sign-in from before has the limits of what the person was before.
      await this.signIns.endAll(sql, account.id);
      if (hash === null) return null;
      await this.accounts.setPasswordHash(sql, account.id, hash);
      await this.links.revokeAll(sql, account.id, 'password-reset');
      await this.events.write(sql, { action: 'password-set', accountId: account.id });
      return this.admission.admit(sql, account.id, request);
    });
    if (admitted !== null) this.admission.handOver(reply, admitted);
    return { signedIn: admitted !== null, email: account.email, clinic: clinic?.slug ?? null };
  }

  /** Other sign-ins of the person go on: nothing about them has changed. */
  private async enterCheckIn(
    token: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<RedeemedLink> {
    const { signInToken, slug } = await this.identity.transaction(async (sql) => {
      const used = await this.links.use(sql, token);
      const { account, clinic } = await this.open(sql, used);
      if (used.clinic_id === null || clinic === null) throw new DomainError('link-not-valid');
      const event = { accountId: account.id, clinicId: used.clinic_id };
      await this.events.write(sql, { action: 'link-used', ...event, detail: { purpose: used.purpose } });
      const begun = await this.admission.admitToCheckIn(sql, account.id, used.clinic_id, request);
      return { signInToken: begun, slug: clinic.slug };
    });
    this.admission.handOverCheckIn(reply, signInToken);
    return { signedIn: true, email: null, clinic: slug };
  }

  private async open(sql: Sql, link: OpenLink): Promise<Opened> {
    if (link.account_id === null) throw new DomainError('link-not-valid');
    const account = await this.accounts.get(sql, link.account_id);
    if (account.disabled_at !== null) throw new DomainError('link-not-valid');
    const clinic = await sql.find(clinicRow, `select name, slug from clinic where id = $1`, [link.clinic_id]);
    if (link.purpose === 'check-in') {
      await this.requirePatient(sql, link);
      return { link, account, clinic, needsPassword: false };
    }
    const needsPassword = link.purpose === 'password-reset' || account.password_hash === null;
    return { link, account, clinic, needsPassword };
  }

  /** A link outlives nobody's membership. */
  private async requirePatient(
    sql: Sql,
    { account_id: accountId, clinic_id: clinicId }: OpenLink,
  ): Promise<void> {
    const patients = await sql.execute(
      `select from membership where clinic_id = $1 and account_id = $2 and state = 'active' and roles = array['patient']`,
      [clinicId, accountId],
    );
    if (patients === 0) throw new DomainError('link-not-valid');
  }

  private async chosenHash(
    { needsPassword, account, clinic }: Opened,
    password: string | undefined,
  ): Promise<string | null> {
    if (needsPassword !== (password !== undefined)) {
      const detail = needsPassword ? 'A password is needed.' : 'No password is set by this link.';
      throw new DomainError('invalid-request', { errors: [{ pointer: '/password', detail }] });
    }
    if (password === undefined) return null;
    return this.accounts.hashChosen(password, [account.name, account.email, clinic?.name ?? ''], '/password');
  }

  private async join(sql: Sql, { account_id: accountId, clinic_id: clinicId }: OpenLink): Promise<void> {
    const joined = await sql.execute(
      `update membership set state = 'active', version = version + 1, changed_at = $3, changed_by = $2
       where clinic_id = $1 and account_id = $2 and state = 'invited'`,
      [clinicId, accountId, this.clock.now()],
    );
    if (joined === 0) throw new DomainError('link-not-valid');
    await this.events.write(sql, { action: 'member-joined', accountId, clinicId });
  }
}
