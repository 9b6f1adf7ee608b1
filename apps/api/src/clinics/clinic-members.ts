import { Injectable } from '@nestjs/common';
import type { Role } from '@courseline/contracts';
import { z } from 'zod';
import type { Sql } from '../database/sql.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { memberRow, membersOfClinic, type Member } from './membership-rows.js';

/** One person's place in one clinic. */
export interface MemberKey {
  readonly clinicId: string;
  readonly accountId: string;
}

export interface MembershipChange {
  readonly by: string;
  /** The version the change was made from. */
  readonly version: number;
}

/** Who belongs to a clinic. Every question names the clinic: this connection sees all of them. */
@Injectable()
export class ClinicMembers {
  constructor(private readonly clock: Clock) {}

  async listStaff(sql: Sql, clinicId: string): Promise<Member[]> {
    const order = `order by m.state = 'left', lower(n.name), a.email`;
    return sql.query(memberRow, `${membersOfClinic} and m.patient_id is null ${order}`, [
      clinicId,
      this.clock.now(),
    ]);
  }

  async find(sql: Sql, { clinicId, accountId }: MemberKey): Promise<Member | null> {
    return sql.find(memberRow, `${membersOfClinic} and m.account_id = $3`, [
      clinicId,
      this.clock.now(),
      accountId,
    ]);
  }

  async get(sql: Sql, key: MemberKey): Promise<Member> {
    const member = await this.find(sql, key);
    if (member === null) throw new DomainError('not-found');
    return member;
  }

  /** The membership through which a patient reads the own record: the one that counts, else the last one that did. */
  async findOfPatient(sql: Sql, clinicId: string, patientId: string): Promise<Member | null> {
    return sql.find(
      memberRow,
      `${membersOfClinic} and m.patient_id = $3 order by m.state = 'left', m.changed_at desc limit 1`,
      [clinicId, this.clock.now(), patientId],
    );
  }

  async setRoles(sql: Sql, key: MemberKey, roles: readonly Role[], change: MembershipChange): Promise<void> {
    await this.change(sql, key, `roles = $6`, change, [roles]);
  }

  async setLeft(sql: Sql, key: MemberKey, change: MembershipChange): Promise<void> {
    await this.change(sql, key, `state = 'left'`, change, []);
  }

  /**
   * Refuses when the person who acts has left since the request was let in. The row stays locked, so that a change
   * and the leaving of whoever makes it come one after the other.
   */
  async requireActive(sql: Sql, { clinicId, accountId }: MemberKey): Promise<void> {
    const active = await sql.execute(
      `select from membership where clinic_id = $1 and account_id = $2 and state = 'active' for share`,
      [clinicId, accountId],
    );
    if (active === 0) throw new DomainError('not-found');
  }

  /** Refuses to leave a clinic without anybody who could invite the next administrator. */
  async requireOtherAdministrator(sql: Sql, { clinicId, accountId }: MemberKey): Promise<void> {
    // Locked, so that two administrators cannot each rely on the other and both go.
    const administrators = await sql.query(
      z.object({ account_id: z.string() }),
      `select account_id from membership
       where clinic_id = $1 and state = 'active' and 'administrator' = any (roles) order by account_id for update`,
      [clinicId],
    );
    const isOne = administrators.some(({ account_id: id }) => id === accountId);
    if (isOne && administrators.length === 1) throw new DomainError('last-administrator');
  }

  private async change(
    sql: Sql,
    { clinicId, accountId }: MemberKey,
    assignment: string,
    { by, version }: MembershipChange,
    values: readonly unknown[],
  ): Promise<void> {
    const changed = await sql.execute(
      `update membership set ${assignment}, version = version + 1, changed_at = $3, changed_by = $4
       where clinic_id = $1 and account_id = $2 and version = $5 and state <> 'left'`,
      [clinicId, accountId, this.clock.now(), by, version, ...values],
    );
    if (changed === 1) return;
    const { version: current } = await this.get(sql, { clinicId, accountId });
    throw new DomainError('version-conflict', { extra: { version: current } });
  }
}
