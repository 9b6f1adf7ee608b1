import { Module } from '@nestjs/common';
import { AnswerTrail } from './answer-trail.js';
import { AnswersObservers } from './answers-observers.js';
import { AssessmentPlacement } from './assessment-placement.js';
import { AssessmentWrites } from './assessment-writes.js';
import { AssessmentsController } from './assessments.controller.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { AssessmentsService } from './assessments.service.js';
import { OpenedObservers } from './opened-observers.js';
import { ScoreObservers } from './score-observers.js';

@Module({
  controllers: [AssessmentsController],
  providers: [
    AnswerTrail,
    AnswersObservers,
    AssessmentPlacement,
    AssessmentWrites,
    AssessmentsQueries,
    AssessmentsService,
    OpenedObservers,
    ScoreObservers,
  ],
  exports: [
    AnswerTrail,
    AnswersObservers,
    AssessmentPlacement,
    AssessmentsQueries,
    AssessmentsService,
    OpenedObservers,
    ScoreObservers,
  ],
})
export class AssessmentsModule {}
