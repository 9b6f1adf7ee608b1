import { Module } from '@nestjs/common';
import { SignInModule } from '../sign-in/sign-in.module.js';
import { ClinicMembers } from './clinic-members.js';
import { FirstRuns } from './first-run.service.js';
import { Invitations } from './invitations.js';
import { LinkRedemptions } from './link-redemption.service.js';
import { LinksController } from './links.controller.js';
import { SettingsController } from './settings.controller.js';
import { Settings } from './settings.service.js';
import { StaffController } from './staff.controller.js';
import { Staff } from './staff.service.js';

@Module({
  imports: [SignInModule],
  controllers: [LinksController, SettingsController, StaffController],
  providers: [ClinicMembers, FirstRuns, Invitations, LinkRedemptions, Settings, Staff],
  exports: [ClinicMembers, FirstRuns, Invitations, SignInModule],
})
export class ClinicsModule {}
