import { Global, Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { ClinicEvents } from './clinic-events.js';
import { EventStreams } from './event-streams.js';
import { EventsController } from './events.controller.js';

@Global()
@Module({
  imports: [AccessModule],
  controllers: [EventsController],
  providers: [ClinicEvents, EventStreams],
  exports: [ClinicEvents],
})
export class EventsModule {}
