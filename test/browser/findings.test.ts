/** What was found on the screens in a real browser (X, N), each tried again there: docs/screens.md has the table. */
import type { Browser, Page } from 'playwright-core'
import { rowById } from '../fixtures/register'
import { openBrowser } from './browserAlone'
import { takePicture } from './pictures'
import { longWinded } from './screens/histories'
import { type Outside, outsideOffice, showOutside } from './screens/outsideStates'
import { type Look, type Shown, showScreen } from './screens/shownScreen'
import { type Screen, screens } from './screens/states'
import { askedLater, longCard, newForm, openNewest, pickedHour, tab } from './screens/ways'

jest.setTimeout(60_000)

let browser: Browser
let outside: Outside

beforeAll(async () => {
  browser = await openBrowser()
  outside = outsideOffice()
})
afterAll(async () => {
  await browser?.close()
})

async function on(screen: Partial<Screen>, look: Look, deeds: (shown: Shown) => Promise<void>): Promise<void> {
  const shown = await showScreen(browser, { fn: 'showSidebar', user: 'office@example.org', ...screen }, look)
  await deeds(shown)
  await shown.page.close()
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '')

/** The middle of what has the focus is on screen, and nothing lies over it. */
const isSeen = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement as HTMLElement
    const { left, top, width, height } = one.getBoundingClientRect()
    const [x, y] = [left + width / 2, top + Math.min(height / 2, 20)]
    const over = document.elementFromPoint(x, y)
    return over !== null && (one.contains(over) || over.contains(one) || over.closest('label')?.contains(one) === true)
  })

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

test('X15: Enter in the note of a call records nothing; the focus is on the first of the steps', () =>
  on({ does: openNewest }, {}, async ({ page, answers }) => {
    await page.locator('#step-note').fill('не берут трубку')
    await page.keyboard.press('Enter')
    await page.locator('.steps .button:focus').waitFor()
    expect(answers.asked).not.toContain('deal/note')
    expect(await page.locator('#step-note').inputValue()).toBe('не берут трубку')
  }))

test('X16: what disappears hands the focus on: «Другое время», Esc in the panel', () =>
  on({ does: pickedHour }, {}, async ({ page }) => {
    await page.getByRole('button', { name: 'Другое время' }).press('Enter')
    await page.locator('.slot:focus').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('#slot-place:focus').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.slot:focus').waitFor()
  }))

test('X16: hours that are listed anew under the hand give the focus back', () =>
  on({ does: askedLater }, {}, async ({ page, answers }) => {
    const listed = () => answers.asked.filter((one) => one === 'slot/list').length
    const before = listed()
    const hour = await focused(page)
    await page.waitForTimeout(500)
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await page.waitForTimeout(500)
    expect([await focused(page), listed()]).toEqual([hour, before])
    await page.evaluate(() => {
      const now = Date.now
      Date.now = () => now() + 3 * 60_000
      window.dispatchEvent(new Event('focus'))
    })
    await page.waitForTimeout(1_000)
    expect([await focused(page), listed()]).toEqual([hour, before + 1])
  }))

test('X16: «Отмена» of a reason leads back to the steps', () =>
  on({ does: openNewest }, {}, async ({ page }) => {
    await page.getByRole('button', { name: 'В неуспешные…' }).press('Enter')
    await page.locator('#step-reason').waitFor()
    await page.getByRole('button', { name: 'Отмена' }).press('Enter')
    await page.locator('.steps :focus').waitFor()
  }))

test('X17: at 200 % no bar and no header lies over the field that has the focus, forwards and back', () =>
  on({ does: newForm }, { height: 400 }, async ({ page }) => {
    const covered: string[] = []
    for (const key of [...Array(14).fill('Tab'), ...Array(14).fill('Shift+Tab')]) {
      await page.keyboard.press(key)
      if ((await focused(page)) !== '' && !(await isSeen(page))) covered.push(`${key} ${await focused(page)}`)
    }
    expect([covered, await overflow(page)]).toEqual([[], 0])
  }))

test('X20: a word of 256 letters makes no dialog wider', () =>
  on({ fn: 'openWeekClose' }, {}, async ({ page }) => {
    await page.locator('.week-card h2, .week-card .value').first().waitFor()
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('.week-card h2, .week-card .value, .week-row .who')) one.textContent = 'Ы'.repeat(256)
    })
    const wide = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => one.scrollWidth - one.clientWidth)
    expect([await overflow(page), await wide('.week-card'), await wide('.week-list')]).toEqual([0, 0, 0])
  }))

test('X21: a refused «Сохранить» is told where one looks', () =>
  on({ does: longCard, after: longWinded }, {}, async ({ page }) => {
    for (const title of ['Запрос', 'Клиент']) {
      const group = page.locator('.group-title', { hasText: title })
      if ((await group.getAttribute('aria-expanded')) === 'false') await group.click()
    }
    await page.locator('#deal-request').fill('я'.repeat(12_000))
    await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
    const notice = page.locator('.bar .notice.bad')
    await notice.waitFor()
    expect(await notice.evaluate((one) => one.getBoundingClientRect().bottom <= window.innerHeight)).toBe(true)
  }))

test('N4: each screen keeps its own place; one that was not open begins at its top', () =>
  on({}, {}, async ({ page }) => {
    // The list comes, and is looked at again, before anybody scrolls; the browser tells of a scroll with its next frame.
    await page.waitForTimeout(1_000)
    await page.evaluate(() => {
      window.scrollTo(0, 400)
      return new Promise((seen) => window.addEventListener('scrollend', seen, { once: true }))
    })
    await tab('Слоты')(page)
    await page.locator('.filters').waitFor()
    expect(await page.evaluate(() => window.scrollY)).toBe(0)
    await tab('Сегодня')(page)
    await page.waitForFunction(() => window.scrollY === 400)
  }))

test('N6: a field of the client stays while it is typed in', () =>
  on({ does: openNewest }, {}, async ({ page }) => {
    const group = page.locator('.group-title', { hasText: 'Клиент' })
    if ((await group.getAttribute('aria-expanded')) === 'false') await group.click()
    const field = page.locator('#client-municipality')
    await field.pressSequentially('Архангельск')
    expect([await field.inputValue(), await focused(page)]).toEqual(['Архангельск', 'client-municipality'])
  }))

test('N8: a consultant is not shown what only the office may press', () =>
  on({ user: 'wz7@example.org', does: screens['card-consultant']?.does ?? (async () => undefined) }, {}, async ({ page }) => {
    const buttons = await page.locator('.steps .button, .pocket-steps .button').allTextContents()
    expect(buttons.length).toBeGreaterThan(0)
    expect(buttons.filter((title) => /Подобрать время|Назначить|Передать/.test(title))).toEqual([])
  }))

test('200 %: no dialog and no page for people outside is wider than its window', async () => {
  const wide: string[] = []
  for (const fn of ['openWeekClose', 'openSettings', 'openTaskTools', 'openReport'])
    await on({ fn, user: 'director@example.org' }, { width: 450, height: 380 }, async ({ page }) => {
      await page.waitForTimeout(300)
      if ((await overflow(page)) > 0) wide.push(fn)
    })
  for (const state of outside.states.slice(0, 5)) {
    const { page } = await showOutside(browser, outside, { ...state, does: async () => undefined }, { width: 320, height: 422 })
    if ((await overflow(page)) > 0) wide.push(state.name)
    await page.close()
  }
  expect(wide).toEqual([])
})

test('K2 by keyboard alone: the mark, the comment, «Отправить отзыв»; heard: thanks', async () => {
  const feedback = outside.states.find(({ name }) => name === 'page-feedback')
  if (feedback === undefined) throw new Error('no feedback')
  const { page, world } = await showOutside(browser, outside, feedback)
  await page.locator('body').press('Tab')
  for (let tabs = 0; tabs < 8 && !(await page.locator('input[type=radio]:focus').isVisible()); tabs += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  for (let tabs = 0; tabs < 8 && !(await page.locator('textarea:focus').isVisible()); tabs += 1) await page.keyboard.press('Tab')
  await page.keyboard.type('Спасибо')
  for (let tabs = 0; tabs < 8 && !(await page.locator('button:focus').isVisible()); tabs += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Спасибо за отзыв!' }).waitFor()
  expect(rowById(world, 'Сделки', Number(feedback.link.d))['Отзыв']).toBe('Спасибо')
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
  await page.close()
})

test('a call, heard by a screen reader: tabs, list, names of fields, and what has become of it', () =>
  on({ does: pickedHour }, {}, async ({ page }) => {
    const tree = await page.locator('body').ariaSnapshot()
    expect(tree).toMatch(/tab "Слоты" \[selected\]/)
    expect(tree).toMatch(/button "пн 23, 10:00, Зуев Д\. П\." \[pressed\]/)
    expect(tree).toMatch(/textbox "Место"/)
    expect(tree).toMatch(/button "Назначить"/)
    await page.keyboard.type('каб. 3')
    await page.keyboard.press('Enter')
    await page.locator('#card-done').waitFor()
    expect(await page.locator('body').ariaSnapshot()).toMatch(/status: "?Назначено: пн 23 ноября, 10:00/)
  }))

test('«?» lies over no tab, however much the tabs have to say', () =>
  on({}, {}, async ({ page }) => {
    const right = (selector: string) => page.locator(selector).evaluate((one) => one.getBoundingClientRect().right)
    const says = { today: '<span class="count">12</span>', intake: '<span class="dot"></span>', card: '<span class="dot"></span>' }
    for (const [name, html] of Object.entries(says))
      await page.locator(`#tab-${name}`).evaluate((one, more) => one.insertAdjacentHTML('beforeend', more), html)
    await takePicture(page, 'tabs')
    const help = await page.locator('.help-button').evaluate((one) => one.getBoundingClientRect().left)
    expect(await right('#tab-card')).toBeLessThanOrEqual(help)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  }))

test('what no answer came to is not asked again before the minute is over', () =>
  on(screens['today-lost'] as Screen, {}, async ({ page, answers }) => {
    const asked = answers.asked.length
    await page.waitForTimeout(1_000)
    expect([answers.asked.length, await page.locator('.notice.bad').count()]).toEqual([asked, 1])
  }))

test('a phone’s board names the days of the week, and each is brought into sight', () =>
  on(screens['board'] as Screen, { width: 390, height: 844 }, async ({ page }) => {
    const left = (selector: string) => page.locator(selector).evaluate((one) => one.getBoundingClientRect().left)
    await page.getByRole('button', { name: 'с 30 ноября' }).click()
    await page.getByRole('button', { name: 'чт 3', exact: true }).click()
    const names = await page.locator('thead .who').evaluate((one) => one.getBoundingClientRect().right)
    expect(await left('#day-2026-12-03')).toBeGreaterThanOrEqual(names - 1)
    expect(await left('#day-2026-12-03')).toBeLessThan(200)
  }))

test('the focus is led to the choice that stands, never to another', () =>
  on(screens['personal-look'] as Screen, {}, async ({ page }) => {
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).checked)).not.toBe(false)
  }))

test('a tab leads straight to its first field: a key pressed at once goes there, not to the tab', () =>
  on({}, {}, async ({ page }) => {
    const passed = await page.evaluate(
      () =>
        new Promise<string[]>((done) => {
          const seen: string[] = []
          document.addEventListener('focusin', ({ target }) => seen.push((target as HTMLElement).id))
          document.getElementById('tab-card')?.click()
          setTimeout(() => done(seen), 500)
        }),
    )
    expect([...new Set(passed)]).toEqual(['deal-search'])
  }))

test('nothing is offered that would be refused or changes nothing; what was done is said', async () => {
  const texts: Readonly<Record<string, readonly [string, number]>> = {
    report: ['Опубликовано на сайте', 0],
    'report-published': ['Опубликовано на сайте', 1],
    'report-approved': ['Утвердить', 0],
    'import-taken-back': ['Импорт возвращён: загруженных карточек и клиентов больше нет.', 1],
  }
  for (const [name, [words, count]] of Object.entries(texts))
    await on(screens[name] as Screen, {}, async ({ page }) => {
      const found = page.locator('button, .notice, .empty').filter({ hasText: words })
      expect({ name, count: await found.count() }).toEqual({ name, count })
    })
})

test('an hour that can be marked is seen in the dark: it has the edge of a field', () =>
  on(screens['mine-marks-tapped'] as Screen, { dark: true }, async ({ page }) => {
    const [edge, hour] = await page.evaluate(() => {
      const field = document.createElement('textarea')
      document.body.append(field)
      const free = document.querySelector('.marks button[aria-pressed="false"]:not(.take)')
      return [getComputedStyle(field).borderTopColor, free && getComputedStyle(free).borderTopColor]
    })
    expect(hour).toBe(edge)
  }))

test.each(['externals', 'settings', 'personal-map', 'report'])(
  '%s on paper is whole: nothing scrolls, and the bar comes after it',
  (name) =>
    on(screens[name] as Screen, {}, async ({ page }) => {
      await page.emulateMedia({ media: 'print' })
      const [cut, below] = await page.evaluate(() => {
        const body = document.querySelector('.dialog-body') as HTMLElement
        const bar = document.querySelector('.dialog-bar') as HTMLElement
        return [body.scrollHeight - body.clientHeight, bar.getBoundingClientRect().top - body.getBoundingClientRect().bottom]
      })
      expect(cut).toBeLessThanOrEqual(0)
      expect(below).toBeGreaterThanOrEqual(0)
      expect(await page.locator('.help-button').isVisible()).toBe(false)
    }),
)
