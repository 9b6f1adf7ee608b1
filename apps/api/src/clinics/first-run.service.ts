import { Injectable } from '@nestjs/common';
import type { FirstRun, FirstRunAnswer, Status } from '@courseline/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AppConfig } from '../config/app-config.js';
import { IdentityDatabase } from '../database/identity-database.js';
import { newId } from '../database/ids.js';
import type { Sql } from '../database/sql.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { Accounts } from '../sign-in/accounts.js';
import { Admission } from '../sign-in/admission.js';
import { IdentityEvents } from '../sign-in/identity-events.js';
import { Mailer } from '../letters/mailer.js';
import { OneTimeLinks } from '../sign-in/one-time-links.js';
import { readDemoSignIns } from './demo-sign-ins.js';

const usedRow = z.object({ used: z.boolean() });
const target = { purpose: 'first-administrator', accountId: null, clinicId: null, createdBy: null } as const;

/** From an empty database to a clinic with somebody to run it. */
@Injectable()
export class FirstRuns {
  constructor(
    private readonly identity: IdentityDatabase,
    private readonly links: OneTimeLinks,
    private readonly accounts: Accounts,
    private readonly admission: Admission,
    private readonly events: IdentityEvents,
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  async status(): Promise<Status> {
    const used = await this.identity.transaction((sql) => this.isUsed(sql));
    const demo = this.config.demo ? await readDemoSignIns(this.config.dataDir) : null;
    const status = {
      state: used ? ('ready' as const) : ('first-run' as const),
      mail: this.mailer.isConfigured,
    };
    return demo === null ? status : { ...status, demo };
  }

  /** The address where the first clinic is made, while there is no account; whoever starts the server is told it. */
  async link(): Promise<string | null> {
    return this.identity.transaction(async (sql) => {
      if (await this.isUsed(sql)) return null;
      return (await this.links.issue(sql, target)).url;
    });
  }

  async found(
    { token, clinic, administrator }: FirstRun,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FirstRunAnswer> {
    await this.identity.transaction(async (sql) => {
      const { purpose } = await this.links.get(sql, token);
      if (purpose !== 'first-administrator') throw new DomainError('link-not-valid');
    });
    const words = [clinic.name, administrator.name, administrator.email];
    const hash = await this.accounts.hashChosen(administrator.password, words, '/administrator/password');
    const admitted = await this.identity.transaction(async (sql) => {
      await this.links.use(sql, token);
      if (await this.isUsed(sql)) throw new DomainError('link-not-valid');
      const clinicId = await this.addClinic(sql, clinic);
      const accountId = await this.addAdministrator(sql, clinicId, administrator);
      await this.accounts.setPasswordHash(sql, accountId, hash);
      await this.events.write(sql, { action: 'clinic-founded', accountId, clinicId });
      return this.admission.admit(sql, accountId, request);
    });
    this.admission.handOver(reply, admitted);
    return { clinic: clinic.slug };
  }

  private async isUsed(sql: Sql): Promise<boolean> {
    const found = await sql.find(
      usedRow,
      `select exists (select from account) or exists (select from clinic) as used`,
    );
    return found?.used !== false;
  }

  private async addClinic(sql: Sql, clinic: FirstRun['clinic']): Promise<string> {
    const id = newId();
    await sql.execute(
      `insert into clinic (id, slug, name, time_zone, locale, weight_unit, phone, opening_hours, crisis_lines,
         open_to_clinicians, version, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11)`,
      [
        id,
        clinic.slug,
        clinic.name,
        clinic.timeZone,
        clinic.locale,
        clinic.weightUnit,
        clinic.phone,
        clinic.openingHours,
        JSON.stringify(clinic.crisisLines),
        clinic.openToClinicians,
        this.clock.now(),
      ],
    );
    await sql.execute(`insert into clinic_version (clinic_id, version) values ($1, 1)`, [id]);
    return id;
  }

  private async addAdministrator(
    sql: Sql,
    clinicId: string,
    { email, name, alsoRoles }: FirstRun['administrator'],
  ): Promise<string> {
    const id = newId();
    const now = this.clock.now();
    const roles = [...new Set(['administrator', ...alsoRoles])];
    await sql.execute(`insert into account (id, email, name, created_at) values ($1, $2, $3, $4)`, [
      id,
      email,
      name,
      now,
    ]);
    await sql.execute(
      `insert into membership (clinic_id, account_id, roles, state, version, changed_at, changed_by)
       values ($1, $2, $3, 'active', 1, $4, $2)`,
      [clinicId, id, roles, now],
    );
    await sql.execute(`insert into member_name (clinic_id, account_id, name) values ($1, $2, $3)`, [
      clinicId,
      id,
      name,
    ]);
    return id;
  }
}
