/** What «Служебное» says when a move begins. */

import * as v from 'valibot'
import { beginning } from '../../../../src/usecases/card/personal/vaultSteps'
import { stored } from '../../../../src/usecases/register/service'

test('a move begins at the first sheet, and what is kept of it can be read back', () => {
  const state = beginning({ id: '1Spreadsheet-of-people', way: 'in' })
  expect(state).toMatchObject({ place: 0, from: 2, moved: 0, round: 0, sweep: false })
  expect(v.parse(stored.vault, JSON.parse(JSON.stringify(state)))).toEqual(state)
})
