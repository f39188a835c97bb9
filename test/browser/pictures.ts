/** Screenshots of the story, for people to look at; the one in README is renewed only when asked (PICTURES=1), so that a test run changes no tracked file. */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const own = join(process.cwd(), '.screenshots')
const shown = join(process.cwd(), 'docs', 'pictures')

/** Messages that lie over the screen are closed first. */
export async function takePicture(page: Page, name: string): Promise<void> {
  for (const toast of (await page.getByRole('button', { name: 'Закрыть сообщение' }).all()).reverse())
    await toast.click({ timeout: 300 }).catch(() => undefined)
  const isRenewed = process.env['PICTURES'] === '1' && existsSync(join(shown, `${name}.png`))
  const folder = isRenewed ? shown : own
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
