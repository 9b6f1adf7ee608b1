import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

interface Size {
  readonly width: number;
  readonly height: number;
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds on the page as it stands, light and dark, at each size. Between light and dark only colours differ,
 * so in the dark only they are looked at.
 */
export async function violationsAt(page: Page, where: string, sizes: readonly Size[]): Promise<string[]> {
  const found: string[] = [];
  for (const size of sizes) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await settled(page);
      const axe = new AxeBuilder({ page })
        .options({ resultTypes: ['violations'] })
        // The product has no frames; without them axe needs no page of its own to gather its findings.
        .setLegacyMode(true);
      const { violations } = await (
        colorScheme === 'light' ? axe.withTags(standards) : axe.withRules(['color-contrast'])
      ).analyze();
      for (const { id, nodes } of violations) {
        const targets = nodes.map((node) => node.target.join(' ')).slice(0, 3);
        found.push(`${where} ${size.width} ${colorScheme}: ${id} at ${targets.join(' | ')}`);
      }
    }
  }
  return found;
}

/**
 * A dialog half faded in, or colours on their way from light to dark, have contrasts that nobody reads by: what
 * moves is put at its end. Waiting for it could be for ever, where nothing is drawn any more.
 */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
    }
  });
}
