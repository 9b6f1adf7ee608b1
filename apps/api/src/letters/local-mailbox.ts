import { mkdir, readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AppConfig } from '../config/app-config.js';
import { newId } from '../database/ids.js';
import { Clock } from '../http/clock.js';

const keptSchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  by: z.enum(['email', 'sms']),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
});
export type KeptLetter = z.infer<typeof keptSchema>;

/** Older ones are thrown away. */
const mostKept = 200;

/**
 * What the demo clinics send, kept on this machine instead of sent: their addresses are made up. Only where the
 * demo clinics are, which is on a loopback address and never in production, and only where no mail server is set.
 */
@Injectable()
export class LocalMailbox {
  constructor(
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  get isOpen(): boolean {
    const { demo, environment, mail } = this.config;
    return demo && environment !== 'production' && mail === null;
  }

  /** False where there is no such mailbox. */
  async keep(letter: Omit<KeptLetter, 'id' | 'at'>): Promise<boolean> {
    if (!this.isOpen) return false;
    const kept: KeptLetter = { id: newId(), at: this.clock.now().toISOString(), ...letter };
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, `${kept.id}.json`);
    await writeFile(`${path}.part`, JSON.stringify(kept), { mode: 0o600 });
    await rename(`${path}.part`, path);
    for (const name of (await this.names()).slice(mostKept)) {
      await unlink(join(this.folder, name)).catch(() => undefined);
    }
    return true;
  }

  /** Newest first. */
  async list(): Promise<readonly KeptLetter[]> {
    if (!this.isOpen) return [];
    const texts = await Promise.all(
      (await this.names()).map((name) => readFile(join(this.folder, name), 'utf8').catch(() => null)),
    );
    return texts.flatMap((text) => (text === null ? [] : [keptSchema.parse(JSON.parse(text))]));
  }

  /** Ids rise with time, so the newest name is the greatest. */
  private async names(): Promise<readonly string[]> {
    const names = await readdir(this.folder).catch((): string[] => []);
    return names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .reverse();
  }

  private get folder(): string {
    return join(this.config.dataDir, 'mailbox');
  }
}
