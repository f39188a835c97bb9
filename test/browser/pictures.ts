/** Screenshots of the story, for README; written only when asked (PICTURES=1), so that a test run changes no tracked file. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const folder = join(process.cwd(), process.env['PICTURES'] === '1' ? 'docs/pictures' : '.screenshots')

/** Messages that lie over the screen are closed first. */
export async function takePicture(page: Page, name: string): Promise<void> {
  for (const toast of (await page.getByRole('button', { name: 'Закрыть сообщение' }).all()).reverse())
    await toast.click({ timeout: 300 }).catch(() => undefined)
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
