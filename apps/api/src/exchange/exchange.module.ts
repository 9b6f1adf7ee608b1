import { Module } from '@nestjs/common';
import { ImportCommand } from './import-command.js';
import { ImportBatches } from './import-batches.queries.js';
import { ImportPreviews } from './import-preview.js';
import { ImportRun } from './import-run.js';
import { ImportSlots } from './import-slots.js';
import { ImportUploads } from './import-uploads.js';
import { ImportVoids } from './import-voids.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';

@Module({
  controllers: [ImportsController],
  providers: [
    ImportBatches,
    ImportCommand,
    ImportPreviews,
    ImportRun,
    ImportSlots,
    ImportsService,
    ImportUploads,
    ImportVoids,
  ],
  exports: [ImportCommand],
})
export class ExchangeModule {}
