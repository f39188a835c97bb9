/** Opening the sidebar and the dialogs: the data come inside the page, so there is no second round trip. */

import { organisationKinds } from '../../domain/client/client'
import { requiredAt } from '../../domain/deal/requiredFields'
import { failureReasons, noProject, topicTitles } from '../../domain/deal/words'
import { ruleIn } from '../../domain/intake/ruFirst/rule'
import { clauses } from '../../domain/text/clauses.ru'
import { platformText } from '../../domain/text/platformText.ru'
import { problemText } from '../../domain/text/text.ru'
import { boardWeeks } from '../../rpc/calendarContract'
import type { DeskLists, PageData } from '../../rpc/contract'
import type { FormData } from '../../rpc/formContract'
import type { OutsideData } from '../../rpc/pageContract'
import type { SignInData } from '../../rpc/phoneContract'
import { boardDays, boardOf } from '../../usecases/calendar/board'
import { counted, openCount } from '../../usecases/calendar/listDiscrepancies'
import type { Moment } from '../../usecases/changes'
import { todayOf } from '../../usecases/control/today'
import type { Desk } from '../../usecases/desk'
import type { Known, Reads } from '../../usecases/method/method'
import { forbidden } from '../../usecases/permissions'
import { list as listWeek } from '../../usecases/week/listWeek'
import { buildId } from '../desk/build'
import { readSteps } from '../desk/read'
import { run } from '../desk/run'
import { type DeskSession, openSession, StrangerError } from '../desk/session'
import { localNow } from '../google/clock'
import { sentenceOf } from '../google/platformError'
import { vaultAway, whileLooking } from '../google/register/vault/vaultState'
import { isTraining } from '../google/training'

export type View = Exclude<PageData['view'], 'refused'>

const emptyLists: DeskLists = {
  centreName: '',
  clauses: {},
  centrePhone: '',
  centreAddress: '',
  topics: [],
  consultants: [],
  projects: [],
  organisationKinds: [],
  municipalities: [],
  requiredClientFields: [],
  failureReasons: [],
  receiver: null,
}

const refusedPage: PageData = {
  build: buildId,
  view: 'refused',
  message: '',
  me: { email: '', name: '', initials: '', roles: [] },
  lists: emptyLists,
  today: null,
  week: null,
  board: null,
}

/** Everything the view shows first; a stranger or a broken register gets the sentence alone. */
function pageData(view: View): PageData {
  try {
    return pageFor(view, openSession('панель'))
  } catch (error) {
    return { ...refusedPage, message: whyRefused(error) }
  }
}

/** @throws StrangerError, PlatformError, as loadDesk does */
export function pageFor(view: View, session: DeskSession): PageData {
  const steps = [() => counted, ({ moment }: Known) => (view === 'slotBoard' ? boardIfAnswered(moment) : null)]
  const { known } = whileLooking(() => readSteps(session, steps))
  const { desk, moment } = known
  const { email, name, initials, roles } = moment.who
  const me = { email, name, initials, roles }
  const denied = forbidden(moment.who, 'read')
  if (denied !== null) return { ...refusedPage, message: problemText(denied, moment.now), me }
  const week = view === 'weekClose' ? run(listWeek, {}, session) : null
  return {
    build: buildId,
    view,
    message: isTraining() ? platformText('training') : vaultAway() === '' ? '' : platformText('vaultAway', { detail: vaultAway() }),
    me,
    lists: listsOf(desk),
    today: todayOf(desk, moment, openCount(known)),
    week: week?.ok === true ? week.value : null,
    board: known.events === null ? null : boardOf(known, boardWeeks),
  }
}

/** The calendar may fail by itself: the page then says so, and offers to ask again. */
function boardIfAnswered(moment: Moment): Reads {
  return { events: { ...boardDays(boardWeeks, moment), mayFail: true } }
}

function whyRefused(error: unknown): string {
  if (error instanceof StrangerError) return problemText(error.problem, localNow(Session.getScriptTimeZone()))
  return sentenceOf(error)
}

function receiverOf(cell: string): string | null {
  const { mode, address } = ruleIn(cell)
  return mode === 'all' ? null : address
}

function listsOf({ office, service }: Desk): DeskLists {
  return {
    centreName: office.settings.centreName,
    clauses,
    centrePhone: office.settings.centrePhone,
    centreAddress: office.settings.centreAddress,
    topics: Object.entries(topicTitles).map(([id, title]) => ({ id: Number(id), title })),
    consultants: office.people
      .filter(({ initials }) => initials !== '')
      .map(({ initials, name, topics, external }) => ({ initials, name, topics, external })),
    projects: [...office.projects.map(({ name }) => name), noProject],
    organisationKinds,
    municipalities: [],
    requiredClientFields: requiredAt(office.required, { card: 'client', goal: 'request', topic: null }).map(({ field }) => field),
    failureReasons,
    receiver: receiverOf(service.requestRule),
  }
}

/** JSON that is safe inside a script element of the page: no `<` ends it, no line separator breaks it. */
export function scriptJson(data: PageData | OutsideData | FormData | SignInData): string {
  return JSON.stringify(data)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
}

export function renderPage(view: View): GoogleAppsScript.HTML.HtmlOutput {
  return drawn(view, pageData(view))
}

/** The file that shows the view, with its data inside. */
export function drawn(view: View, data: PageData | SignInData): GoogleAppsScript.HTML.HtmlOutput {
  const template = HtmlService.createTemplateFromFile(view === 'sidebar' || view === 'import' ? view : 'dialogs')
  template.data = scriptJson(data)
  return template.evaluate().setTitle('Консультации')
}
