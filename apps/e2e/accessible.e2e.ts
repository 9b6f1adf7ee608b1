import { AxeBuilder } from '@axe-core/playwright';
import { demoUrl, expect, test } from './product.js';

const sizes = [
  { width: 1440, height: 900 },
  { width: 820, height: 1180 },
  { width: 390, height: 844 },
] as const;

/** Screens by who opens them. docs/plan.md lists those still to be swept. */
const everyone = [
  { who: 'someone not signed in', paths: ['/sign-in', '/forgotten-password', '/link'] },
] as const;

for (const { who, paths } of everyone) {
  test(`the screens of ${who} have no axe violation, light and dark, at three widths`, async ({ page }) => {
    test.setTimeout(600_000);
    const found: string[] = [];
    for (const path of paths) {
      await page.goto(`${demoUrl()}${path}`);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      for (const size of sizes) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize(size);
          await page.emulateMedia({ colorScheme });
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
            .analyze();
          for (const { id, nodes } of violations) {
            const targets = nodes.map((node) => node.target.join(' ')).slice(0, 3);
            found.push(`${path} ${size.width} ${colorScheme}: ${id} at ${targets.join(' | ')}`);
          }
        }
      }
    }
    expect(found).toEqual([]);
  });
}
