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
import { OwnDownloadController } from './own-download.controller.js';
import { OwnDownloadQueries } from './own-download.queries.js';
import { OwnDownloads } from './own-download.service.js';

@Module({
  controllers: [ImportsController, OwnDownloadController],
  providers: [
    ImportBatches,
    ImportCommand,
    ImportPreviews,
    ImportRun,
    ImportSlots,
    ImportsService,
    ImportUploads,
    ImportVoids,
    OwnDownloadQueries,
    OwnDownloads,
  ],
  exports: [ImportCommand],
})
export class ExchangeModule {}
