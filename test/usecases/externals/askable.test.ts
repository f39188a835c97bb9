/** T2: which projects can be asked about an external consultant, and whether one is. */
import { openStages } from '../../../src/domain/deal/deal'
import { askableProjects, isAskedExternal, isBeforeBooking } from '../../../src/usecases/externals/askable'
import { acceptedDeal } from '../../fixtures/builders'
import { staffed } from '../../fixtures/staff'

test('projects that take externals and have a manager to write to', () => {
  const project = { name: 'Добрый Север', managerEmail: 'ep2@example.org', externals: true }
  const projects = [project, { ...project, name: 'Без писем', managerEmail: '' }, { ...project, name: 'Без внешних', externals: false }]
  expect(askableProjects({ ...staffed(), projects: projects.map((one) => ({ ...staffed().projects[0]!, ...one })) })).toEqual([
    project.name,
  ])
})

test('asked, not answered, not booked yet', () => {
  const asked = acceptedDeal({ externalAskedAt: '2026-11-20T10:00', externalAt: null })
  expect(isAskedExternal(asked, staffed())).toBe(true)
  expect(isAskedExternal({ ...asked, externalAt: '2026-11-21T10:00' }, staffed())).toBe(false)
  expect(isAskedExternal({ ...asked, externalAskedAt: null }, staffed())).toBe(false)
  expect(isAskedExternal({ ...asked, stage: 'assigned' }, staffed())).toBe(false)
})

test('a booking comes after «Новая» and «Принято в работу»', () => {
  expect(openStages.filter(isBeforeBooking)).toEqual(['new', 'accepted'])
})
