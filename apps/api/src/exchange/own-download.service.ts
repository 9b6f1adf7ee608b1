import { Injectable } from '@nestjs/common';
import type { OwnDownload } from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { findSideEffectTerm } from '@courseline/treatment';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { csvLine, inertCell } from './csv-writer.js';
import { OwnDownloadQueries, type OwnFormRow } from './own-download.queries.js';

/** What a patient takes home of the own record. */
@Injectable()
export class OwnDownloads {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: OwnDownloadQueries,
  ) {}

  async get(): Promise<OwnDownload> {
    const { patientId } = this.context.principal;
    const person = patientId === null ? null : await this.queries.findPerson();
    if (person === null || patientId === null) throw new DomainError('not-found');
    this.context.touch(patientId);
    const readings = await this.queries.listReadings();
    const sideEffects = await this.queries.listSideEffects();
    const sessions = await this.queries.listSessions();
    return {
      format: 'courseline-own-record-1',
      clinic: this.context.clinic.name,
      madeAt: this.clock.now().toISOString(),
      patient: {
        recordNumber: person.mrn,
        givenName: person.given_name,
        familyName: person.family_name,
        birthDate: person.birth_date,
      },
      questionnaires: (await this.queries.listForms()).map(toQuestionnaire),
      sessions: sessions.map((session) => ({
        onDate: session.on_date,
        state: session.state,
        agent: session.agent,
        route: session.route,
        doseMg: session.given_mg,
        readings: readings
          .filter(({ session_id }) => session_id === session.id)
          .map(({ kind, at, value, diastolic }) => ({
            kind,
            at: at?.toISOString() ?? null,
            value,
            diastolic,
          })),
        sideEffects: sideEffects
          .filter(({ session_id }) => session_id === session.id)
          .map(({ code, severity, duration_minutes: durationMinutes, reported_by: reportedBy }) => {
            const term = findSideEffectTerm(code);
            return {
              effect: term?.patientWording ?? term?.label ?? code,
              severity,
              durationMinutes,
              reportedBy,
            };
          }),
      })),
    };
  }

  /** One line a questionnaire: what a spreadsheet draws a line from. */
  async questionnairesAsCsv(): Promise<string> {
    const { questionnaires } = await this.get();
    const head = [
      'date',
      'time',
      'questionnaire',
      'total',
      'highest possible',
      'how it was counted',
      'answers',
    ];
    const lines = questionnaires.map((form) => [
      form.onDate,
      form.at ?? '',
      form.title,
      form.total === null ? '' : String(form.total),
      String(form.highest),
      form.status,
      form.answers?.map(({ answer }) => answer ?? '-').join(' ') ?? '',
    ]);
    return `\uFEFF${[head, ...lines].map((cells) => csvLine(cells.map(inertCell))).join('')}`;
  }
}

function toQuestionnaire(row: OwnFormRow): OwnDownload['questionnaires'][number] {
  const definition = getInstrument(row.instrument, row.instrument_version);
  return {
    instrument: row.instrument,
    title: definition.title,
    onDate: row.on_date,
    at: row.at?.toISOString() ?? null,
    context: row.context,
    way: row.way,
    total: row.total,
    highest: definition.range.max,
    status: row.score_status,
    answers:
      row.answers?.map((answer, index) => ({
        question: definition.items[index]?.text ?? '',
        answer,
        words: definition.options.find(({ value }) => value === answer)?.label ?? null,
      })) ?? null,
  };
}
