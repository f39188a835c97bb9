/** Where a site’s form sends its requests. */
import { address } from '../../../src/usecases/intake/formAddress'
import { refusalOf, shownBy, whoMay } from '../../fixtures/known'
import { everyOffice } from '../../fixtures/staff'

const given = { facts: { intakeUrl: 'https://script.example.org/exec?key=secret' } }

test('the address with its key, and the centre’s own form without it', () => {
  expect(shownBy(address, {}, given)).toEqual({ url: given.facts.intakeUrl, form: 'https://script.example.org/exec?form' })
})

test('not set up yet: told what to do', () => {
  expect(refusalOf(address, {}, { facts: { intakeUrl: '' } })).toMatchObject({ code: 'badValue', title: 'Адрес приёма заявок' })
  expect(refusalOf(address, {})).toMatchObject({ code: 'badValue' })
})

test('whoever has it may make deals: only those who set the desk up see it', () => {
  expect(whoMay(address, {}, given)).toEqual(everyOffice)
})
