import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { SignInModule } from '../sign-in/sign-in.module.js';
import { SigningModule } from '../signing/signing.module.js';
import { HandOverController } from './hand-over.controller.js';
import { HandOverService } from './hand-over.service.js';
import { KioskController } from './kiosk.controller.js';
import { KioskFiling } from './kiosk-filing.js';
import { KioskQueries } from './kiosk.queries.js';
import { KioskService } from './kiosk.service.js';

@Module({
  imports: [AssessmentsModule, SignInModule, SigningModule],
  controllers: [HandOverController, KioskController],
  providers: [HandOverService, KioskFiling, KioskQueries, KioskService],
})
export class KioskModule {}
