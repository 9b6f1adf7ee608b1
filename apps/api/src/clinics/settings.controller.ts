import { Body, Controller, Get, Put } from '@nestjs/common';
import {
  clinicSettingsChangeSchema,
  clinicSettingsSchema,
  type ClinicSettings,
  type ClinicSettingsChange,
} from '@courseline/contracts';
import { alsoByCheckIn, clinic } from '../access/access.js';
import { IfMatch } from '../http/if-match.js';
import { Route } from '../http/route.js';
import { Settings } from './settings.service.js';

@Controller('c/:clinic/settings')
export class SettingsController {
  constructor(private readonly settings: Settings) {}

  /** Patients read them too: whom to call is in them. */
  @Get()
  @Route({
    access: alsoByCheckIn(clinic('nurse', 'clinician', 'director', 'administrator', 'patient')),
    response: clinicSettingsSchema,
  })
  async get(): Promise<ClinicSettings> {
    return this.settings.get();
  }

  @Put()
  @Route({
    access: clinic('administrator', 'director'),
    body: clinicSettingsChangeSchema,
    response: clinicSettingsSchema,
  })
  async change(@Body() change: ClinicSettingsChange, @IfMatch() version: number): Promise<ClinicSettings> {
    return this.settings.change(change, version);
  }
}
