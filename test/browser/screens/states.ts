/** The screens of the office as people see them: whose, what was pressed, what had happened before. */
import type { Page } from 'playwright-core'
import type { World } from '../../../emulator/world/types'
import { apart } from '../../fixtures/vaultDesk'
import { apartAndShut, begun, heldSome, learnt, longWinded, metAmo, published, troubled } from './histories'
import { heldTooSoon, lostMarks, notCome, ownAhead, ownMoving, savedMarks, tapped } from './pocketWays'
import type { Answers } from './shownScreen'
import {
  amoCompared,
  amoLooked,
  askedTime,
  awaitedHour,
  booked,
  brought,
  changedUnder,
  consentTakenBack,
  disputes,
  everyGroup,
  exported,
  firstItem,
  formAddress,
  history,
  letterRead,
  longCard,
  moving,
  newCall,
  newForm,
  onPhone,
  openNewest,
  personalTab,
  personLooked,
  pickedHour,
  refusedForm,
  settled,
  slotsWith,
  tab,
  todayLost,
  unaccepted,
  vaultMade,
  vaultRefused,
  waiting,
  waysChosen,
  workdays,
} from './ways'

const office = 'office@example.org'
const director = 'director@example.org'
const consultant = 'wz7@example.org'
/** ММ. */
const morozova = 'gg0@example.org'
/** A consultant without a consultation. */
const newcomer = 'ci10@example.org'

export interface Screen {
  readonly fn: string
  readonly user: string
  readonly does?: (page: Page, answers: Answers) => Promise<void>
  /** Narrower than it opens. */
  readonly width?: number
  /** What happened before. */
  readonly after?: (world: World) => void
}

export const screens: Readonly<Record<string, Screen>> = {
  today: { fn: 'showSidebar', user: office },
  'today-on-phone': { fn: 'showSidebar', user: office, after: learnt, does: onPhone },
  'today-lost': { fn: 'showSidebar', user: office, does: todayLost },
  'today-consultant': { fn: 'showSidebar', user: consultant },
  'today-director': { fn: 'showSidebar', user: director },
  refused: { fn: 'showSidebar', user: 'stranger@example.org' },
  intake: { fn: 'showSidebar', user: office, does: tab('Заявка') },
  'intake-new': { fn: 'showSidebar', user: office, does: newCall },
  'intake-full': { fn: 'showSidebar', user: office, does: newForm },
  'intake-refused': { fn: 'showSidebar', user: office, does: refusedForm },
  'intake-letter': { fn: 'showSidebar', user: office, does: letterRead },
  'intake-address': { fn: 'showSidebar', user: office, does: formAddress },
  'intake-waiting': { fn: 'showSidebar', user: office, does: waiting },
  'card-maybe': { fn: 'showSidebar', user: office, does: openNewest },
  slots: { fn: 'showSidebar', user: office, does: tab('Слоты') },
  'slots-deal': { fn: 'showSidebar', user: office, does: askedTime },
  'slots-picked': { fn: 'showSidebar', user: office, does: pickedHour },
  'slots-awaited': { fn: 'showSidebar', user: office, does: awaitedHour },
  'slots-unaccepted': { fn: 'showSidebar', user: office, does: unaccepted },
  'slots-loading': { fn: 'showSidebar', user: office, does: slotsWith('never') },
  'slots-lost': { fn: 'showSidebar', user: office, does: slotsWith('lost') },
  'card-empty': { fn: 'showSidebar', user: office, does: tab('Карточка') },
  card: { fn: 'showSidebar', user: office, does: firstItem },
  'card-booked': { fn: 'showSidebar', user: office, does: booked },
  'card-move': { fn: 'showSidebar', user: office, does: moving },
  'card-history': { fn: 'showSidebar', user: office, does: history },
  'card-groups': { fn: 'showSidebar', user: office, does: everyGroup },
  'card-long': { fn: 'showSidebar', user: office, does: longCard, after: longWinded },
  'card-consent': { fn: 'showSidebar', user: office, does: consentTakenBack, after: longWinded },
  'card-changed': { fn: 'showSidebar', user: office, does: changedUnder },
  keys: { fn: 'showSidebar', user: office, does: (page) => page.keyboard.press('?') },
  'card-consultant': { fn: 'showSidebar', user: consultant, does: firstItem },
  mine: { fn: 'showSidebar', user: morozova, does: settled, after: heldSome },
  'mine-marks-tapped': { fn: 'showSidebar', user: morozova, does: tapped },
  'mine-marks-saved': { fn: 'showSidebar', user: morozova, does: savedMarks },
  'mine-card-lacks': { fn: 'showSidebar', user: morozova, does: heldTooSoon, after: heldSome },
  'mine-wide': { fn: 'showSidebar', user: morozova, does: settled, after: heldSome, width: 390 },
  'mine-empty': { fn: 'showSidebar', user: newcomer, does: settled, width: 390 },
  'mine-marks-wide': { fn: 'showSidebar', user: morozova, does: tapped, width: 390 },
  'mine-marks-lost': { fn: 'showSidebar', user: morozova, does: lostMarks, width: 390 },
  'mine-card-ahead': { fn: 'showSidebar', user: morozova, does: ownAhead, after: heldSome, width: 390 },
  'mine-card-absent': { fn: 'showSidebar', user: morozova, does: notCome, after: heldSome, width: 390 },
  'mine-card-moving': { fn: 'showSidebar', user: morozova, does: ownMoving, after: heldSome, width: 390 },
  disputes: { fn: 'showSidebar', user: office, does: disputes, after: troubled },
  'disputes-wide': { fn: 'showSidebar', user: office, does: disputes, after: troubled, width: 390 },
  week: { fn: 'openWeekClose', user: office },
  board: { fn: 'openSlotBoard', user: office },
  report: { fn: 'openReport', user: director },
  externals: { fn: 'openExternals', user: director },
  import: { fn: 'openImport', user: director },
  'import-look': { fn: 'openImport', user: director, does: exported() },
  'import-columns': { fn: 'openImport', user: director, does: exported('1.') },
  'import-words': { fn: 'openImport', user: director, does: exported('2.') },
  'import-look-narrow': { fn: 'openImport', user: director, does: exported(), width: 420 },
  'import-columns-narrow': { fn: 'openImport', user: director, does: exported('1.'), width: 420 },
  'import-done': { fn: 'openImport', user: director, does: brought },
  'today-imported': { fn: 'showSidebar', user: office, does: (page) => page.getByRole('button', { name: 'Из прошлого' }).click() },
  'import-workdays': { fn: 'openImport', user: director, does: workdays, after: published },
  'import-workdays-narrow': { fn: 'openImport', user: director, does: workdays, after: published, width: 390 },
  settings: { fn: 'openSettings', user: director },
  'set-up': { fn: 'setUp', user: office, does: settled, after: begun },
  'set-up-wide': { fn: 'setUp', user: office, does: settled, after: begun, width: 390 },
  'set-up-narrow': { fn: 'setUp', user: office, does: settled, after: begun, width: 300 },
  'set-up-done': { fn: 'setUp', user: office, does: settled },
  personal: { fn: 'openPersonal', user: director },
  'personal-look': { fn: 'openPersonal', user: director, does: personLooked('Маяк') },
  'personal-look-narrow': { fn: 'openPersonal', user: director, does: personLooked('Маяк'), width: 390 },
  'personal-due': { fn: 'openPersonal', user: director, does: personalTab('Срок вышел') },
  'personal-map': { fn: 'openPersonal', user: director, does: personalTab('Что где хранится') },
  'personal-vault': { fn: 'openPersonal', user: director, does: personalTab('Имена отдельно') },
  'personal-vault-chosen': { fn: 'openPersonal', user: director, does: vaultMade },
  'personal-vault-refused': { fn: 'openPersonal', user: director, does: vaultRefused, width: 390 },
  'personal-vault-kept': { fn: 'openPersonal', user: director, after: apart, does: personalTab('Имена отдельно') },
  'personal-vault-away': { fn: 'openPersonal', user: director, after: apartAndShut, does: personalTab('Имена отдельно') },
  'personal-ways': { fn: 'openPersonal', user: director, does: waysChosen },
  'personal-ways-narrow': { fn: 'openPersonal', user: director, does: waysChosen, width: 390 },
  'personal-map-narrow': { fn: 'openPersonal', user: director, does: personalTab('Что где хранится'), width: 390 },
  'task-tools': { fn: 'openTaskTools', user: director },
  amo: { fn: 'openAmo', user: director },
  'amo-looked': { fn: 'openAmo', user: director, does: amoLooked },
  'amo-differences': { fn: 'openAmo', user: director, does: amoCompared, after: metAmo },
  'amo-narrow': { fn: 'openAmo', user: director, does: amoCompared, after: metAmo, width: 300 },
  'amo-wide': { fn: 'openAmo', user: director, does: amoLooked, width: 390 },
}
