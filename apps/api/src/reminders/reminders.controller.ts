import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import {
  checkInLinkSchema,
  patientParamsSchema,
  reminderChoiceSchema,
  remindersSchema,
  reminderSettingsChangeSchema,
  reminderSettingsSchema,
  type CheckInLink,
  type PatientParams,
  type ReminderChoice,
  type Reminders,
  type ReminderSettings,
  type ReminderSettingsChange,
} from '@courseline/contracts';
import { clinic } from '../access/access.js';
import { IfMatch } from '../http/if-match.js';
import { Route } from '../http/route.js';
import { RemindersService } from './reminders.service.js';

@Controller('c/:clinic')
export class RemindersController {
  constructor(private readonly reminders: RemindersService) {}

  @Get('patients/:patient/reminders')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: patientParamsSchema,
    response: remindersSchema,
    audit: 'reminders.read',
  })
  get(@Param() { patient }: PatientParams): Promise<Reminders> {
    return this.reminders.get(patient);
  }

  @Post('patients/:patient/check-in-letters')
  @Route({
    access: clinic('nurse', 'clinician'),
    params: patientParamsSchema,
    response: remindersSchema,
    idempotent: true,
    audit: 'reminders.send',
  })
  send(@Param() { patient }: PatientParams): Promise<Reminders> {
    return this.reminders.send(patient);
  }

  /** Not idempotent: a link is shown once and never stored, and a new one ends the one before. */
  @Post('patients/:patient/check-in-link')
  @Route({
    access: clinic('nurse', 'clinician'),
    params: patientParamsSchema,
    response: checkInLinkSchema,
    audit: 'reminders.make-link',
  })
  makeLink(@Param() { patient }: PatientParams): Promise<CheckInLink> {
    return this.reminders.makeLink(patient);
  }

  @Post('patients/:patient/reminder-choices')
  @Route({
    access: clinic('nurse', 'clinician'),
    params: patientParamsSchema,
    body: reminderChoiceSchema,
    response: remindersSchema,
    idempotent: true,
    audit: 'reminders.choose',
  })
  choose(@Param() { patient }: PatientParams, @Body() { channel }: ReminderChoice): Promise<Reminders> {
    return this.reminders.choose(patient, channel);
  }

  @Post('me/reminder-choices')
  @Route({
    access: clinic('patient'),
    body: reminderChoiceSchema,
    idempotent: true,
    audit: 'own.choose-reminders',
  })
  chooseOwn(@Body() { channel }: ReminderChoice): Promise<void> {
    return this.reminders.chooseOwn(channel);
  }

  @Get('reminder-settings')
  @Route({ access: clinic('administrator', 'director'), response: reminderSettingsSchema })
  settings(): Promise<ReminderSettings> {
    return this.reminders.settings();
  }

  @Put('reminder-settings')
  @Route({
    access: clinic('administrator', 'director'),
    body: reminderSettingsChangeSchema,
    response: reminderSettingsSchema,
  })
  changeSettings(
    @Body() change: ReminderSettingsChange,
    @IfMatch() version: number,
  ): Promise<ReminderSettings> {
    return this.reminders.changeSettings(change, version);
  }
}
