/** «Проверить Google»: the harmless probes in the office's own surroundings, and what their answers mean. */

import { platformText } from '../../domain/text/platformText.ru'
import { counted } from '../../domain/text/russian'
import { problemText } from '../../domain/text/text.ru'
import { loadDesk } from '../desk/load'
import { openSession, StrangerError } from '../desk/session'
import { localNow } from '../google/clock'
import { platformErrorOf } from '../google/platformError'
import { type HarmlessProbe, harmlessProbes } from './harmless'
import { answerOf, isSame, type Scratch } from './probe'

interface GoogleReport {
  readonly asked: number
  /** What Google answers otherwise than the program counts on. */
  readonly different: readonly { readonly probe: HarmlessProbe; readonly answered: unknown }[]
}

/** The report, or why there is none, as a sentence. */
export function googleReport(): string {
  try {
    return googleReportText(askGoogle())
  } catch (error) {
    if (error instanceof StrangerError) return problemText(error.problem, localNow(Session.getScriptTimeZone()))
    const { code, params } = platformErrorOf(error)
    return platformText(code, params)
  }
}

/** @throws StrangerError, PlatformError where the caller is nobody of the office, or the register cannot be read */
function askGoogle(): GoogleReport {
  const { desk, session } = loadDesk(openSession('панель'))
  const { calendarId } = desk.office.settings
  const scratch: Scratch = { spreadsheetId: session.spreadsheetId, sheetName: '', sheetId: 0, calendarId }
  const asked = harmlessProbes.filter(({ needs }) => calendarId !== '' || !needs.includes('calendar.events'))
  const answers = asked.map((probe) => ({ probe, answered: answerOf(probe, scratch) }))
  return { asked: asked.length, different: answers.filter(({ probe, answered }) => !isSame(answered, probe.expect)) }
}

/** For a person to read, and to send on. */
function googleReportText({ asked, different }: GoogleReport): string {
  const head = `Задано вопросов Google: ${asked}. Ответил так, как рассчитывает программа: ${asked - different.length}.`
  if (different.length === 0) return `${head}\n\nНичего делать не нужно.`
  const lines = different.map(({ probe, answered }) => `• ${probe.title}. ${probe.means}.\n  Ответ Google: ${short(answered)}`)
  const odd = counted(different.length, 'ответ', 'ответа', 'ответов')
  return `${head}\n\nИначе — ${odd}:\n${lines.join('\n')}\n\nПерешлите этот текст тому, кто ставил программу: здесь нет личных данных.`
}

const shownAtMost = 200

function short(answered: unknown): string {
  const text = typeof answered === 'string' ? answered : JSON.stringify(answered)
  return text.length > shownAtMost ? `${text.slice(0, shownAtMost)}…` : text
}
