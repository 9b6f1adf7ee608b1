import { Injectable } from '@nestjs/common';
import {
  consentScopes,
  signatureMeaning,
  type ConsentScope,
  type ConsentState,
  type ConsentWithdrawal,
  type OwnConsents,
  type OwnSignature,
  type PaperConsent,
  type PatientConsents,
} from '@courseline/contracts';
import { dayIn } from '../clinics/clinic-calendar.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { TreatedPatients } from '../patients/treated-patients.js';
import { ConsentTextsService } from './consent-texts.service.js';
import { ConsentEntity } from './consent.entity.js';
import { ConsentsQueries, type ConsentEventRow } from './consents.queries.js';

type Signed = Pick<ConsentEntity, 'kind' | 'way'> & Partial<ConsentEntity>;

/** What patients agreed to, said by themselves or recorded by staff: each a row that stays. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly treated: TreatedPatients,
    private readonly texts: ConsentTextsService,
    private readonly queries: ConsentsQueries,
  ) {}

  async read(patientId: string): Promise<PatientConsents> {
    await this.treated.requireVisible(patientId);
    const [texts, standing] = [await this.texts.newest(), await this.standing(patientId)];
    return {
      scopes: consentScopes.map((scope) => {
        const text = texts.find((each) => each.scope === scope) ?? null;
        const { state, events } = standing(scope, text !== null);
        return { scope, state, text, version: events[0]?.n ?? 0, events };
      }),
    };
  }

  async recordPaper(patientId: string, paper: PaperConsent, expected: number): Promise<PatientConsents> {
    await this.treated.requireTreated(patientId);
    if (paper.signedOn > this.today())
      throw new DomainError('rule-violated', {
        errors: [{ pointer: '/signedOn', detail: 'Nothing is signed after today.' }],
      });
    const text = await this.textOf(paper.scope, paper.textVersion);
    await this.add(patientId, paper.scope, expected, {
      kind: 'signed',
      way: 'paper',
      textN: text.version,
      textSha256: text.sha256,
      signedName: paper.signedName,
      signedOn: paper.signedOn,
      meaning: `Signed on paper. ${signatureMeaning.replace('By typing my name', 'By my signature')}`,
    });
    return this.read(patientId);
  }

  async recordWithdrawal(
    patientId: string,
    { scope, reason }: ConsentWithdrawal,
    expected: number,
  ): Promise<PatientConsents> {
    await this.treated.requireTreated(patientId);
    await this.requireSigned(patientId, scope);
    await this.add(patientId, scope, expected, { kind: 'withdrawn', way: 'paper', reason });
    return this.read(patientId);
  }

  async readOwn(): Promise<OwnConsents> {
    const patientId = this.own();
    const [texts, standing] = [await this.texts.newest(), await this.standing(patientId)];
    return {
      scopes: texts.map((text) => {
        const { state, events } = standing(text.scope, true);
        const [last] = events;
        return {
          scope: text.scope,
          state: state === 'not-asked' ? 'missing' : state,
          version: last?.n ?? 0,
          text,
          signed: last === undefined || state !== 'given' ? null : signatureOf(last),
        };
      }),
    };
  }

  async sign(signature: OwnSignature, expected: number): Promise<OwnConsents> {
    const patientId = this.own();
    const text = await this.textOf(signature.scope, signature.textVersion);
    const [newest] = (await this.texts.newest()).filter(({ scope }) => scope === signature.scope);
    if (text.sha256 !== signature.textSha256 || newest?.version !== text.version)
      throw new DomainError('conflict', { detail: 'The text has changed. Read the new one before signing.' });
    await this.add(patientId, signature.scope, expected, {
      kind: 'signed',
      way: 'own-page',
      textN: text.version,
      textSha256: text.sha256,
      signedName: signature.signedName,
      signedOn: this.today(),
      meaning: signatureMeaning,
    });
    return this.readOwn();
  }

  async withdrawOwn(scope: ConsentScope, expected: number): Promise<OwnConsents> {
    const patientId = this.own();
    await this.requireSigned(patientId, scope);
    await this.add(patientId, scope, expected, { kind: 'withdrawn', way: 'own-page' });
    return this.readOwn();
  }

  private async standing(patientId: string) {
    const [events, states] = [
      await this.queries.listEvents(patientId),
      await this.queries.listStates(patientId),
    ];
    return (scope: ConsentScope, isAsked: boolean): { state: ConsentState; events: ConsentEventRow[] } => ({
      state: states.find((each) => each.scope === scope)?.state ?? (isAsked ? 'missing' : 'not-asked'),
      events: events.filter((each) => each.scope === scope),
    });
  }

  private async requireSigned(patientId: string, scope: ConsentScope): Promise<void> {
    const [last] = (await this.queries.listEvents(patientId)).filter((each) => each.scope === scope);
    if (last?.kind !== 'signed')
      throw new DomainError('conflict', { detail: 'There is no signature to withdraw.' });
  }

  private async textOf(scope: ConsentScope, version: number) {
    const { texts } = await this.texts.list();
    const text = texts.find((each) => each.scope === scope && each.version === version);
    if (text === undefined) throw new DomainError('not-found');
    return text;
  }

  private async add(patientId: string, scope: ConsentScope, expected: number, event: Signed): Promise<void> {
    const version = (await this.queries.listEvents(patientId)).find((each) => each.scope === scope)?.n ?? 0;
    if (version !== expected) throw new DomainError('version-conflict', { extra: { version } });
    await this.context.manager.insert(ConsentEntity, {
      clinicId: this.context.clinic.id,
      patientId,
      scope,
      n: expected + 1,
      textN: null,
      textSha256: null,
      signedName: null,
      signedOn: null,
      meaning: null,
      reason: null,
      ...event,
      recordedBy: this.context.principal.accountId,
      recordedAt: this.clock.now(),
    });
    this.context.note('scope', scope);
  }

  private own(): string {
    const { patientId } = this.context.principal;
    if (patientId === null) throw new DomainError('not-found');
    this.context.touch(patientId);
    return patientId;
  }

  private today(): string {
    return dayIn(this.context.clinic.timeZone, this.clock.now());
  }
}

function signatureOf({ signedName, signedOn, way, textVersion }: ConsentEventRow) {
  if (signedName === null || signedOn === null || textVersion === null) return null;
  return { name: signedName, on: signedOn, way, textVersion };
}
