/** «?»: whose guide is shown, and what is shown where that guide says nothing of the screen. */
import { type GuideSection, sectionsFor } from '../../src/sidebar/models/help/help'

const section = (role: string, ...screens: string[]): GuideSection => ({ role, screens, html: `${role} ${screens.join()}` })
const all = [section('officeManager', 'today'), section('officeManager', 'slots'), section('consultant', 'slots', 'slotBoard')]
const shown = (screen: string, roles: string[]) => sectionsFor(all, screen, roles).map(({ html }) => html)

test('of the person’s own roles', () => {
  expect(shown('slots', ['consultant'])).toEqual(['consultant slots,slotBoard'])
  expect(shown('slots', ['officeManager', 'consultant'])).toEqual(['officeManager slots', 'consultant slots,slotBoard'])
})

test('where their own says nothing, the first that does', () => {
  expect(shown('today', ['consultant'])).toEqual(['officeManager today'])
  expect(shown('slots', [])).toEqual(['officeManager slots'])
  expect(shown('setUp', ['consultant'])).toEqual([])
})
