import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { checkConsent } from '../consents/consent-check.js';
import { IdentityDatabase } from '../database/identity-database.js';
import { LetterWriters, type LetterRequest, type Written } from '../letters/letter-writers.js';
import { checkInLinkHours, OneTimeLinks } from '../sign-in/one-time-links.js';
import { checkInLetter, checkInText } from './check-in-words.js';
import { LetterRecipients } from './letter-recipients.js';

export const checkInKind = 'check-in';

const patientRow = z.object({ patient_id: z.string() });

/**
 * Writes the letters that lead to a check-in. The link is made as the letter goes: its secret is stored nowhere. None
 * goes to a patient who has not agreed to messages, or no longer does.
 */
@Injectable()
export class CheckInLetters implements OnModuleInit {
  constructor(
    private readonly writers: LetterWriters,
    private readonly identity: IdentityDatabase,
    private readonly links: OneTimeLinks,
    private readonly recipients: LetterRecipients,
  ) {}

  onModuleInit(): void {
    this.writers.add(checkInKind, (request) => this.write(request));
  }

  private async write(request: LetterRequest): Promise<Written | null> {
    const { clinic, recipient, createdBy, channel } = request;
    if (!(await this.mayBeWritten(request))) return null;
    if (!(await this.recipients.isStillWanted(request))) return null;
    const phone = channel === 'sms' ? await this.recipients.phoneOf(request) : null;
    if (channel === 'sms' && phone === null) return null;
    const { url } = await this.identity.transaction((sql) =>
      this.links.issue(sql, {
        purpose: 'check-in',
        accountId: recipient.accountId,
        clinicId: clinic.id,
        createdBy,
      }),
    );
    const words = { clinicName: clinic.name, locale: clinic.locale, url, hours: checkInLinkHours };
    return phone === null ? checkInLetter(words) : { subject: '', text: checkInText(words), phone };
  }

  private async mayBeWritten({ sql, clinic, recipient }: LetterRequest): Promise<boolean> {
    const found = await sql.find(
      patientRow,
      `select patient_id from membership where clinic_id = $1 and account_id = $2 and state = 'active'
         and patient_id is not null`,
      [clinic.id, recipient.accountId],
    );
    if (found === null) return false;
    const asked = { clinicId: clinic.id, patientId: found.patient_id, scope: 'messages' } as const;
    return (await checkConsent(sql, asked)) !== 'missing';
  }
}
