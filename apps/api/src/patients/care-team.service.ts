import { Injectable } from '@nestjs/common';
import type { CareTeam } from '@courseline/contracts';
import { ClinicMembers } from '../clinics/clinic-members.js';
import { IdentityDatabase } from '../database/identity-database.js';
import { newId } from '../database/ids.js';
import { refusalOf } from '../database/sql-state.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { CareTeamEntryEntity } from './care-team-entry.entity.js';
import { CareTeamQueries } from './care-team.queries.js';
import { TreatedPatients } from './treated-patients.js';

/** Who treats a patient: what opens the patient's record to them. */
@Injectable()
export class CareTeamService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: CareTeamQueries,
    private readonly treated: TreatedPatients,
    private readonly identity: IdentityDatabase,
    private readonly members: ClinicMembers,
  ) {}

  async list(patientId: string): Promise<CareTeam> {
    await this.treated.requireVisible(patientId);
    return { entries: await this.queries.list(patientId) };
  }

  async add(patientId: string, accountId: string): Promise<CareTeam> {
    await this.requireMayChange(patientId);
    await this.requireTreatingMember(accountId);
    const { manager, clinic, principal } = this.context;
    try {
      await manager.insert(CareTeamEntryEntity, {
        clinicId: clinic.id,
        id: newId(),
        patientId,
        accountId,
        addedBy: principal.accountId,
        addedAt: this.clock.now(),
        endedBy: null,
        endedAt: null,
        endReason: null,
      });
    } catch (error) {
      if (refusalOf(error)?.constraint !== 'care_team_once') throw error;
      throw new DomainError('already-exists', {
        errors: [{ pointer: '/accountId', detail: 'Already on the care team.' }],
      });
    }
    await this.context.bumpClinicVersion();
    return { entries: await this.queries.list(patientId) };
  }

  /** A patient is never left without anybody who sees the record: an alert would reach no one. */
  async end(patientId: string, entryId: string, reason: string | null): Promise<CareTeam> {
    await this.requireMayChange(patientId);
    // Before looking who is left: two who go at once come one after the other.
    await this.context.bumpClinicVersion();
    const entries = await this.queries.list(patientId);
    const entry = entries.find(({ id }) => id === entryId);
    if (entry === undefined) throw new DomainError('not-found');
    if (entry.endedAt !== null)
      throw new DomainError('conflict', { detail: 'This person is not on the care team any more.' });
    if (entries.filter(({ endedAt }) => endedAt === null).length === 1)
      throw new DomainError('conflict', {
        detail: 'Nobody would treat this patient. Add someone else first.',
      });
    const { clinic, principal } = this.context;
    const ended = await this.context.execute(
      `update care_team set ended_by = $3, ended_at = $4, end_reason = $5
        where clinic_id = $1 and id = $2 and ended_at is null`,
      [clinic.id, entryId, principal.accountId, this.clock.now(), reason],
    );
    if (ended !== 1) throw new DomainError('not-allowed');
    return { entries: await this.queries.list(patientId) };
  }

  /** The care team, and directors, who see to it that every patient has one. */
  private async requireMayChange(patientId: string): Promise<void> {
    await this.treated.requireVisible(patientId);
    if (!this.context.principal.roles.includes('director')) await this.treated.requireTreated(patientId);
  }

  private async requireTreatingMember(accountId: string): Promise<void> {
    const key = { clinicId: this.context.clinic.id, accountId };
    const member = await this.identity.transaction((sql) => this.members.find(sql, key));
    const treats = member?.roles.some((role) => role === 'nurse' || role === 'clinician') === true;
    if (treats && member.state === 'active') return;
    throw new DomainError('rule-violated', {
      errors: [{ pointer: '/accountId', detail: 'A nurse or clinician who works in the clinic.' }],
    });
  }
}
