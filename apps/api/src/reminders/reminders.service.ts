import { Injectable } from '@nestjs/common';
import type {
  CheckInLink,
  ReminderChannel,
  Reminders,
  ReminderSettings,
  ReminderSettingsChange,
} from '@courseline/contracts';
import { ClinicMembers } from '../clinics/clinic-members.js';
import { checkConsent, type ConsentCheck } from '../consents/consent-check.js';
import { IdentityDatabase } from '../database/identity-database.js';
import { newId } from '../database/ids.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { Outbox } from '../letters/outbox.js';
import { TreatedPatients } from '../patients/treated-patients.js';
import { IdentityEvents } from '../sign-in/identity-events.js';
import { OneTimeLinks } from '../sign-in/one-time-links.js';
import { checkInKind } from './check-in-letters.js';
import { ReminderChoiceEntity } from './reminder-choice.entity.js';
import { ReminderEntity } from './reminder.entity.js';
import { RemindersQueries } from './reminders.queries.js';

/** What staff see and do about a patient's reminders, and how the clinic sends them. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly treated: TreatedPatients,
    private readonly members: ClinicMembers,
    private readonly identity: IdentityDatabase,
    private readonly links: OneTimeLinks,
    private readonly events: IdentityEvents,
    private readonly outbox: Outbox,
    private readonly queries: RemindersQueries,
  ) {}

  async get(patientId: string): Promise<Reminders> {
    await this.treated.requireVisible(patientId);
    return {
      canBeSent: (await this.accountOf(patientId)) !== null,
      clinicReminds: (await this.settings()).on,
      messagesConsent: await this.messagesConsent(patientId),
      channel: await this.queries.channelOf(patientId),
      reminders: await this.queries.list(patientId),
    };
  }

  /** Sends the patient a link now; that they chose no reminders does not count against what a person does. */
  async send(patientId: string): Promise<Reminders> {
    await this.treated.requireTreated(patientId);
    const to = await this.requireAccount(patientId);
    if ((await this.messagesConsent(patientId)) === 'missing')
      throw new DomainError('conflict', {
        detail:
          'The patient has not agreed to messages. Ask for the consent, or hand a link over in the room.',
      });
    const { clinic, principal, sql, manager } = this.context;
    const [id, chosen] = [newId(), await this.queries.channelOf(patientId)];
    const messageId = await this.outbox.add(sql, {
      clinicId: clinic.id,
      to,
      kind: checkInKind,
      cause: id,
      channel: chosen === 'sms' ? 'sms' : 'email',
      createdBy: principal.accountId,
    });
    if (messageId === null) throw new Error('A new reminder has a message already.');
    await manager.insert(ReminderEntity, {
      clinicId: clinic.id,
      id,
      patientId,
      messageId,
      occurrences: [],
      askedBy: principal.accountId,
      at: this.clock.now(),
    });
    return this.get(patientId);
  }

  /** A link to hand over in the room. It is shown once; the one before it no longer works. */
  async makeLink(patientId: string): Promise<CheckInLink> {
    await this.treated.requireTreated(patientId);
    const accountId = await this.requireAccount(patientId);
    const { clinic, principal } = this.context;
    const by = principal.accountId;
    const link = await this.identity.transaction(async (sql) => {
      await this.members.requireActive(sql, { clinicId: clinic.id, accountId: by });
      const target = { accountId, clinicId: clinic.id, createdBy: by };
      const made = await this.links.issue(sql, { purpose: 'check-in', ...target });
      const event = { accountId, clinicId: clinic.id, by, detail: { purpose: 'check-in' } };
      await this.events.write(sql, { action: 'link-made', ...event });
      return made;
    });
    return { url: link.url, expiresAt: link.expiresAt.toISOString() };
  }

  async choose(patientId: string, channel: ReminderChannel): Promise<Reminders> {
    await this.treated.requireTreated(patientId);
    await this.addChoice(patientId, channel);
    return this.get(patientId);
  }

  /** The patient's own choice. */
  async chooseOwn(channel: ReminderChannel): Promise<void> {
    const { patientId } = this.context.principal;
    if (patientId === null) throw new DomainError('not-found');
    this.context.touch(patientId);
    await this.addChoice(patientId, channel);
  }

  async settings(): Promise<ReminderSettings> {
    const found = await this.queries.findSettings();
    if (found === null) throw new DomainError('not-found');
    return found;
  }

  async changeSettings(change: ReminderSettingsChange, version: number): Promise<ReminderSettings> {
    const changed = await this.context.execute(
      `update clinic set reminders_on = $3, reminders_from = $4, reminders_until = $5, reminders_each = $6,
         reminders_version = reminders_version + 1 where id = $1 and reminders_version = $2`,
      [this.context.clinic.id, version, change.on, change.from, change.until, change.each],
    );
    const settings = await this.settings();
    if (changed === 0) throw new DomainError('version-conflict', { extra: { version: settings.version } });
    return settings;
  }

  private async addChoice(patientId: string, channel: ReminderChannel): Promise<void> {
    await this.context.manager.insert(ReminderChoiceEntity, {
      clinicId: this.context.clinic.id,
      id: newId(),
      patientId,
      channel,
      chosenBy: this.context.principal.accountId,
      chosenAt: this.clock.now(),
    });
  }

  private messagesConsent(patientId: string): Promise<ConsentCheck> {
    const { sql, clinic } = this.context;
    return checkConsent(sql, { clinicId: clinic.id, patientId, scope: 'messages' });
  }

  /** The account of a patient who has access; null for one who has none, or has not come in yet. */
  private async accountOf(patientId: string): Promise<string | null> {
    const member = await this.identity.transaction((sql) =>
      this.members.findOfPatient(sql, this.context.clinic.id, patientId),
    );
    return member?.state === 'active' ? member.account_id : null;
  }

  private async requireAccount(patientId: string): Promise<string> {
    const accountId = await this.accountOf(patientId);
    if (accountId === null)
      throw new DomainError('conflict', { detail: 'The patient has no access yet. Give access first.' });
    return accountId;
  }
}
