import { Injectable } from '@nestjs/common';
import type {
  AlertAssignment,
  AlertResolution,
  ResolvedAlerts,
  ResolvedQuery,
  WorklistAlert,
} from '@courseline/contracts';
import { z } from 'zod';
import { addDays, instantAt } from '../clinics/clinic-calendar.js';
import { newId } from '../database/ids.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { ClinicEvents } from '../events/clinic-events.js';
import { RequestContext } from '../http/request-context.js';
import { WorklistQueries } from './worklist.queries.js';

const ITEM_9_QUESTIONS: readonly string[] = ['item-9', 'item-9-declined'];

interface EventToWrite {
  readonly kind: 'acknowledged' | 'assigned' | 'resolved';
  readonly ownerId?: string;
  readonly outcome?: string;
  readonly note?: string | null;
}

/** What people do about alerts: each act is a row with who and when, and the state follows from them. */
@Injectable()
export class WorklistService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: WorklistQueries,
    private readonly events: ClinicEvents,
  ) {}

  /** Everything that somebody still has to do. */
  async listUnresolved(): Promise<readonly WorklistAlert[]> {
    return this.touched(await this.queries.list({ kind: 'unresolved' }));
  }

  async listResolved({ from, to, rule, patient }: ResolvedQuery): Promise<ResolvedAlerts> {
    const { timeZone } = this.context.clinic;
    const filter = {
      kind: 'resolved',
      since: instantAt(timeZone, from, '00:00'),
      until: instantAt(timeZone, addDays(to, 1), '00:00'),
      rule: rule ?? null,
      patientId: patient ?? null,
    } as const;
    const alerts = this.touched(await this.queries.list(filter));
    return { alerts: [...alerts], count: await this.queries.countResolved(filter) };
  }

  /** "I have seen it and I am on it." */
  async acknowledge(alertId: string): Promise<WorklistAlert> {
    const alert = await this.get(alertId);
    if (alert.state !== 'open') throw this.moved(alert);
    await this.write(alert, { kind: 'acknowledged' });
    return this.get(alertId);
  }

  /** Gives the alert to a colleague who sees this patient. */
  async assign(alertId: string, { accountId, note }: AlertAssignment): Promise<WorklistAlert> {
    const alert = await this.get(alertId);
    if (alert.state === 'resolved') throw this.moved(alert);
    if (!(await this.mayOwn(accountId, alert.patientId))) {
      throw new DomainError('rule-violated', {
        errors: [{ pointer: '/accountId', detail: 'Choose someone of the care team.' }],
      });
    }
    await this.write(alert, { kind: 'assigned', ownerId: accountId, note });
    return this.get(alertId);
  }

  async resolve(alertId: string, { outcome, note }: AlertResolution): Promise<WorklistAlert> {
    const alert = await this.get(alertId);
    if (ITEM_9_QUESTIONS.includes(alert.rule)) {
      throw new DomainError('rule-violated', {
        errors: [
          {
            pointer: '/outcome',
            detail: 'An item 9 alert is resolved by the C-SSRS level and the decision.',
          },
        ],
      });
    }
    if (alert.state === 'resolved') throw this.moved(alert);
    await this.write(alert, { kind: 'resolved', outcome, note });
    return this.get(alertId);
  }

  /** What was recorded on an item 9 alert resolves the alerts about a higher item 9 in the same form as well. */
  async resolveWithItemNine(alertId: string): Promise<void> {
    const siblings = await this.context.query(
      z.object({ id: z.string() }),
      `select b.id from alert a
         join alert b on b.clinic_id = a.clinic_id and b.patient_id = a.patient_id and b.assessment_id = a.assessment_id
           and b.rule = 'item-9-rise'
         join alert_state s on s.clinic_id = b.clinic_id and s.alert_id = b.id and s.state <> 'resolved'
        where a.clinic_id = $1 and a.id = $2`,
      [this.context.clinic.id, alertId],
    );
    for (const { id } of siblings) {
      await this.write(await this.get(id), { kind: 'resolved', outcome: 'done-with-item-9' });
    }
  }

  private async get(alertId: string): Promise<WorklistAlert> {
    const [found] = await this.queries.list({ kind: 'one', alertId });
    if (found === undefined) throw new DomainError('not-found');
    this.context.touch(found.patientId);
    return found;
  }

  private async write(alert: WorklistAlert, event: EventToWrite): Promise<void> {
    const written = await this.context.execute(
      `insert into alert_event (clinic_id, id, alert_id, patient_id, kind, owner_id, outcome, note, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
      [
        this.context.clinic.id,
        newId(),
        alert.id,
        alert.patientId,
        event.kind,
        event.ownerId ?? null,
        event.outcome ?? null,
        event.note ?? null,
        this.context.principal.accountId,
        this.clock.now(),
      ],
    );
    if (written === 0) throw new DomainError('conflict', { detail: 'Someone else has just done this.' });
    await this.events.announce({ kind: 'alerts', patientId: alert.patientId });
  }

  private async mayOwn(accountId: string, patientId: string): Promise<boolean> {
    const found = await this.context.find(
      z.object({ may: z.boolean() }),
      `select exists (select from care_team t where t.clinic_id = $1 and t.patient_id = $2 and t.account_id = $3
           and t.ended_at is null) as may`,
      [this.context.clinic.id, patientId, accountId],
    );
    return found?.may === true || accountId === this.context.principal.accountId;
  }

  private moved(alert: WorklistAlert): DomainError {
    const who = alert.owner === null ? '' : ` by ${alert.owner.name}`;
    return new DomainError('conflict', {
      detail:
        alert.state === 'resolved'
          ? 'This alert was resolved in the meantime.'
          : `This alert was taken on already${who}.`,
    });
  }

  private touched(alerts: readonly WorklistAlert[]): readonly WorklistAlert[] {
    this.context.touch(...alerts.map(({ patientId }) => patientId));
    return alerts;
  }
}
