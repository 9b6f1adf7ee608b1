import { Injectable } from '@nestjs/common';
import { caseloadLimit, type Caseload } from '@courseline/contracts';
import { clinicDays } from '../check-in-plans/clinic-days.js';
import { dayIn } from '../clinics/clinic-calendar.js';
import { Clock } from '../http/clock.js';
import { RequestContext } from '../http/request-context.js';
import { caseloadRow } from './caseload-row.js';
import { CaseloadQueries } from './caseload.queries.js';
import { groupBy } from './group-by.js';

/** The patients of whoever asks: row-level security says which they are. */
@Injectable()
export class CaseloadService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: CaseloadQueries,
  ) {}

  async read(text: string | null): Promise<Caseload> {
    const today = dayIn(this.context.clinic.timeZone, this.clock.now());
    const people = await this.queries.listPeople(text, today, caseloadLimit);
    if (people.length === 0) return { today, total: 0, rows: [] };
    const ids = people.map(({ id }) => id);
    this.context.touch(...ids);
    const sessions = await this.queries.listSessions(ids);
    const courses = people.flatMap(({ course_id: course }) => (course === null ? [] : [course]));
    const scores = groupBy(await this.queries.listScores(courses), ({ course_id: course }) => course);
    const days = clinicDays(this.context.clinic.timeZone);
    const sessionsOf = new Map(sessions.map((row) => [row.patient_id, row]));
    return {
      today,
      total: people[0]?.total ?? 0,
      rows: people.map((person) =>
        caseloadRow({
          person,
          sessions: sessionsOf.get(person.id) ?? null,
          scores: person.course_id === null ? [] : (scores.get(person.course_id) ?? []),
          today,
          days,
        }),
      ),
    };
  }
}
