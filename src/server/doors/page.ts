/** Opening the sidebar and the dialogs: the data come inside the page, so there is no second round trip. */

import { organisationKinds } from '../../domain/client/client'
import { requiredAt } from '../../domain/deal/requiredFields'
import { failureReasons, noProject, topicTitles } from '../../domain/deal/words'
import { clauses } from '../../domain/text/clauses.ru'
import { platformText, problemText } from '../../domain/text/text.ru'
import { boardWeeks, type SlotBoard } from '../../rpc/calendarContract'
import type { DeskLists, PageData } from '../../rpc/contract'
import type { OutsideData } from '../../rpc/pageContract'
import { todayOf } from '../../usecases/control/today'
import type { Desk } from '../../usecases/desk'
import { forbidden } from '../../usecases/permissions'
import { type Loaded, loadDesk } from '../desk/load'
import { openSession, StrangerError } from '../desk/session'
import { localNow } from '../google/clock'
import { platformErrorOf } from '../google/platformError'
import { boardOf } from '../methods/board'
import { counted, openCount } from '../methods/discrepancies'
import { list as listWeek } from '../methods/week'

export type View = Exclude<PageData['view'], 'refused'>

const emptyLists: DeskLists = {
  centreName: '',
  clauses: {},
  centrePhone: '',
  topics: [],
  consultants: [],
  projects: [],
  organisationKinds: [],
  municipalities: [],
  requiredClientFields: [],
  failureReasons: [],
}

const refusedPage: PageData = {
  view: 'refused',
  message: '',
  me: { email: '', name: '', initials: '', roles: [] },
  lists: emptyLists,
  today: null,
  week: null,
  board: null,
}

/** Everything the view shows first; a stranger or a broken register gets the sentence alone. */
export function pageData(view: View): PageData {
  try {
    const session = openSession('панель')
    const loaded = loadDesk(session, counted)
    const { desk, moment } = loaded
    const { email, name, initials, roles } = moment.who
    const me = { email, name, initials, roles }
    const denied = forbidden(moment.who, 'read')
    if (denied !== null) return { ...refusedPage, message: problemText(denied, moment.now), me }
    const week = view === 'weekClose' ? listWeek({}, session) : null
    return {
      view,
      message: '',
      me,
      lists: listsOf(desk),
      today: todayOf(desk, moment, openCount(loaded)),
      week: week?.ok === true ? week.value : null,
      board: view === 'slotBoard' ? boardIfAnswered(loaded) : null,
    }
  } catch (error) {
    return { ...refusedPage, message: whyRefused(error) }
  }
}

/** The calendar may fail by itself: the page then says so, and offers to ask again. */
function boardIfAnswered(loaded: Loaded): SlotBoard | null {
  try {
    return boardOf(loaded, boardWeeks)
  } catch {
    return null
  }
}

function whyRefused(error: unknown): string {
  if (error instanceof StrangerError) return problemText(error.problem, localNow(Session.getScriptTimeZone()))
  const known = platformErrorOf(error)
  return platformText(known.code, known.params)
}

function listsOf({ office }: Desk): DeskLists {
  return {
    centreName: office.settings.centreName,
    clauses,
    centrePhone: office.settings.centrePhone,
    topics: Object.entries(topicTitles).map(([id, title]) => ({ id: Number(id), title })),
    consultants: office.people
      .filter(({ initials }) => initials !== '')
      .map(({ initials, name, topics, external }) => ({ initials, name, topics, external })),
    projects: [...office.projects.map(({ name }) => name), noProject],
    organisationKinds,
    municipalities: [],
    requiredClientFields: requiredAt(office.required, { card: 'client', goal: 'request', topic: null }).map(({ field }) => field),
    failureReasons,
  }
}

/** JSON that is safe inside a script element of the page: no `<` ends it, no line separator breaks it. */
export function scriptJson(data: PageData | OutsideData): string {
  return JSON.stringify(data)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
}

export function renderPage(view: View): GoogleAppsScript.HTML.HtmlOutput {
  const template = HtmlService.createTemplateFromFile(view === 'sidebar' ? 'sidebar' : 'dialogs')
  template.data = scriptJson(pageData(view))
  return template.evaluate().setTitle('Консультации')
}
