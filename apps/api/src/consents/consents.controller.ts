import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  consentCountsSchema,
  consentTextsSchema,
  consentWithdrawalSchema,
  newConsentTextSchema,
  ownConsentsSchema,
  ownSignatureSchema,
  ownWithdrawalSchema,
  paperConsentSchema,
  patientConsentsSchema,
  patientParamsSchema,
  type ConsentCounts,
  type ConsentTexts,
  type ConsentWithdrawal,
  type NewConsentText,
  type OwnConsents,
  type OwnSignature,
  type OwnWithdrawal,
  type PaperConsent,
  type PatientConsents,
  type PatientParams,
} from '@courseline/contracts';
import { clinic } from '../access/access.js';
import { IfMatch } from '../http/if-match.js';
import { Route } from '../http/route.js';
import { ConsentTextsService } from './consent-texts.service.js';
import { ConsentsService } from './consents.service.js';

@Controller('c/:clinic')
export class ConsentsController {
  constructor(
    private readonly texts: ConsentTextsService,
    private readonly consents: ConsentsService,
  ) {}

  @Get('consent-texts')
  @Route({ access: clinic('nurse', 'clinician', 'director'), response: consentTextsSchema })
  listTexts(): Promise<ConsentTexts> {
    return this.texts.list();
  }

  @Post('consent-texts')
  @Route({
    access: clinic('director'),
    body: newConsentTextSchema,
    response: consentTextsSchema,
    idempotent: true,
    audit: 'consents.write-text',
  })
  addText(@Body() body: NewConsentText, @IfMatch() version: number): Promise<ConsentTexts> {
    return this.texts.add(body, version);
  }

  @Get('consent-counts')
  @Route({ access: clinic('director'), response: consentCountsSchema })
  counts(): Promise<ConsentCounts> {
    return this.texts.counts();
  }

  @Get('patients/:patient/consents')
  @Route({
    access: clinic('nurse', 'clinician', 'director'),
    params: patientParamsSchema,
    response: patientConsentsSchema,
    audit: 'consents.read',
  })
  read(@Param() { patient }: PatientParams): Promise<PatientConsents> {
    return this.consents.read(patient);
  }

  @Post('patients/:patient/consents')
  @Route({
    access: clinic('nurse', 'clinician'),
    params: patientParamsSchema,
    body: paperConsentSchema,
    response: patientConsentsSchema,
    idempotent: true,
    audit: 'consents.record-paper',
  })
  recordPaper(
    @Param() { patient }: PatientParams,
    @Body() body: PaperConsent,
    @IfMatch() version: number,
  ): Promise<PatientConsents> {
    return this.consents.recordPaper(patient, body, version);
  }

  @Post('patients/:patient/consent-withdrawals')
  @Route({
    access: clinic('nurse', 'clinician'),
    params: patientParamsSchema,
    body: consentWithdrawalSchema,
    response: patientConsentsSchema,
    idempotent: true,
    audit: 'consents.record-withdrawal',
  })
  recordWithdrawal(
    @Param() { patient }: PatientParams,
    @Body() body: ConsentWithdrawal,
    @IfMatch() version: number,
  ): Promise<PatientConsents> {
    return this.consents.recordWithdrawal(patient, body, version);
  }

  @Get('me/consents')
  @Route({ access: clinic('patient'), response: ownConsentsSchema, audit: 'own.consents' })
  readOwn(): Promise<OwnConsents> {
    return this.consents.readOwn();
  }

  @Post('me/consents')
  @Route({
    access: clinic('patient'),
    body: ownSignatureSchema,
    response: ownConsentsSchema,
    idempotent: true,
    audit: 'own.sign-consent',
  })
  sign(@Body() body: OwnSignature, @IfMatch() version: number): Promise<OwnConsents> {
    return this.consents.sign(body, version);
  }

  @Post('me/consent-withdrawals')
  @Route({
    access: clinic('patient'),
    body: ownWithdrawalSchema,
    response: ownConsentsSchema,
    idempotent: true,
    audit: 'own.withdraw-consent',
  })
  withdrawOwn(@Body() { scope }: OwnWithdrawal, @IfMatch() version: number): Promise<OwnConsents> {
    return this.consents.withdrawOwn(scope, version);
  }
}
