import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  AnswersObservers,
  type AnswersObserver,
  type AnswersSeen,
} from '../assessments/answers-observers.js';
import { ScoreObservers, type ScoreObserver, type ScoreStored } from '../assessments/score-observers.js';
import { daysBetween } from '../clinics/clinic-calendar.js';
import { ClinicEvents } from '../events/clinic-events.js';
import { AlertRaiser, type AlertCause } from './alert-raiser.js';
import { alertFor, ITEM_9_RULE_VERSION } from './item-9-rule.js';
import { RuleSettingsQueries } from './rule-settings.queries.js';
import { ruleDefinition } from './rules/catalogue.js';
import type { FiredRule } from './rules/rule-definition.js';
import { judgedInstruments, scoreAlerts, type ScoresToJudge } from './rules/score-rules.js';
import { ScoreHistoryQueries } from './score-history.queries.js';

/** Raises the alerts that answers and scores cause, in the transaction that stores them. */
@Injectable()
export class FormAlerts implements AnswersObserver, ScoreObserver, OnModuleInit {
  constructor(
    private readonly raiser: AlertRaiser,
    private readonly settings: RuleSettingsQueries,
    private readonly history: ScoreHistoryQueries,
    private readonly answers: AnswersObservers,
    private readonly scores: ScoreObservers,
    private readonly events: ClinicEvents,
  ) {}

  onModuleInit(): void {
    this.answers.add(this);
    this.scores.add(this);
  }

  /** Exactly one alert for each form, revision, rule and value, however often the same answer is saved. */
  async answersSeen(answers: AnswersSeen): Promise<void> {
    const raised = alertFor(answers);
    if (raised === null) return;
    const form = {
      patientId: answers.patientId,
      cause: { cause: 'form', assessmentId: answers.assessmentId, n: answers.n },
      parameters: {},
      way: answers.way,
      historical: answers.historical,
    } as const;
    await this.raiser.raise({ ...form, ...raised, ruleVersion: ITEM_9_RULE_VERSION, facts: null });
    if (answers.historical || raised.value === null) return;
    const before = await this.history.itemNineBefore(answers.patientId, answers.assessmentId);
    if (before === null || raised.value <= before) return;
    await this.raiser.raise({
      ...form,
      rule: 'item-9-rise',
      ruleVersion: ruleDefinition('item-9-rise').version,
      level: answers.way === 'patient' ? 'red' : 'amber',
      value: null,
      facts: { kind: 'item-9', value: raised.value, from: before },
    });
  }

  async scoreStored(score: ScoreStored): Promise<void> {
    // Forms that patients send stand in a list of their own until they are read.
    if (score.way === 'patient') {
      await this.events.announce({ kind: 'alerts', patientId: score.patientId });
    }
    const instrument = judgedInstruments.find((id) => id === score.instrument);
    if (instrument === undefined || score.way === 'import') return;
    const scores = await this.toJudge(score, instrument);
    const fired = scoreAlerts(scores, await this.settings.inForce());
    const { patientId, way } = score;
    const form = { cause: 'form', assessmentId: score.assessmentId, n: score.n } as const;
    for (const rule of fired.ofForm) await this.raise(rule, form, patientId, way);
    if (score.courseId === null) return;
    const course = { cause: 'course', subjectId: score.courseId } as const;
    for (const rule of fired.ofCourse) await this.raise(rule, course, patientId, way);
  }

  private async raise(
    { rule, level, facts }: FiredRule,
    cause: AlertCause,
    patientId: string,
    way: ScoreStored['way'],
  ): Promise<void> {
    await this.raiser.raise({
      patientId,
      rule: rule.id,
      ruleVersion: rule.version,
      level,
      cause,
      value: null,
      facts,
      parameters: rule.values,
      way,
      historical: false,
    });
  }

  private async toJudge(score: ScoreStored, instrument: ScoresToJudge['instrument']): Promise<ScoresToJudge> {
    const course = score.courseId === null ? null : await this.history.findCourse(score.courseId);
    const origin = course?.day_zero ?? score.onDate;
    const rows = await this.history.listScores(score.patientId, instrument, score.courseId);
    const doses = await this.history.listDoses(score.patientId);
    return {
      instrument,
      formId: score.assessmentId,
      points: rows.map((row) => ({
        id: row.id,
        day: daysBetween(origin, row.on_date),
        at: row.at?.getTime() ?? null,
        total: row.total,
        afterDose: row.context === 'after-dose',
        inCourse: row.of_course && course?.day_zero !== null,
      })),
      doses: doses.map((dose) => ({
        day: daysBetween(origin, dose.on_date),
        at: dose.started_at?.getTime() ?? null,
      })),
      firstDoseAt: course?.first_dose_at?.getTime() ?? null,
      sessionsGiven: course?.sessions_given ?? 0,
    };
  }
}
