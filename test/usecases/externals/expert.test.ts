/** The external consultant of a deal. */
import { expertOf } from '../../../src/usecases/externals/expert'
import { staffed } from '../../fixtures/staff'

test.each([
  ['ПН', 'ПН'],
  ['ММ', undefined],
  ['ЯЯ', undefined],
  ['', undefined],
])('«%s»: %s', (consultant, initials) => {
  expect(expertOf({ consultant }, staffed())?.initials).toBe(initials)
})
