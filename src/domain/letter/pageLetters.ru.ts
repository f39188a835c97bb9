/** Letters that carry links to the pages for people outside, and the one about a low mark. Subjects name no person and no organisation. */

import { topicTitles } from '../deal/words'
import { dateWords, fullDayTime, monthIn } from '../text/russian'
import type { LocalDate, LocalDateTime } from '../time/localTime'
import type { Mail } from './letters.ru'
import { oneLine } from './plainLine'
import { theirName, theirWords } from './theirs'

interface About {
  readonly centreName: string
  readonly centrePhone: string
  readonly dealId: number
  readonly now: LocalDateTime
}

interface ReportAsked extends About {
  readonly organisation: string
  readonly start: LocalDateTime
  readonly until: LocalDate
}

/** C3, C9: to an external consultant; ⟦1⟧ is the report's page. */
export function reportLetter(facts: ReportAsked): Mail {
  const when = fullDayTime(facts.start, facts.now)
  return {
    subject: `Отчёт о консультации: ${when}, № ${facts.dealId}`,
    body: lines([
      'Здравствуйте!',
      '',
      `Пожалуйста, заполните отчёт о консультации ${when} (${theirName(facts.organisation)}). Он нужен на следующий рабочий день до 18:00.`,
      '',
      'Заполнить отчёт: ⟦1⟧',
      '',
      `Учётная запись не нужна. Ссылка действует до ${dateWords(facts.until)}, она только для вас.`,
      ...signed(facts),
    ]),
  }
}

interface DecisionAsked extends About {
  readonly organisation: string
  readonly topic: number | null
  readonly request: string
  readonly project: string
  readonly count: string
  readonly warning: string
}

/** T2: to the manager of a project; ⟦1⟧ agrees, ⟦2⟧ declines. */
export function decisionLetter(facts: DecisionAsked): Mail {
  return {
    subject: `Нужно решение о внешнем консультанте: № ${facts.dealId}`,
    body: lines([
      'Здравствуйте!',
      '',
      `Консультацию предлагают провести с внешним консультантом за счёт проекта «${said(facts.project)}» (T2).`,
      '',
      `Организация: ${theirName(facts.organisation)}`,
      `Тема: ${topicTitles[facts.topic ?? 0] ?? 'не указана'}`,
      `Вопрос: ${theirWords(facts.request) || 'не указан'}`,
      facts.count,
      ...(facts.warning === '' ? [] : [facts.warning]),
      '',
      'Согласиться: ⟦1⟧',
      'Отказать: ⟦2⟧',
      '',
      'Решение спросят подтвердить на странице. Учётная запись не нужна.',
      ...signed(facts),
    ]),
  }
}

/** T3: the project's month against its limit. */
export const externalCount = (count: number, limit: number, now: LocalDateTime): string =>
  `Внешних консультаций ${monthIn(now.slice(0, 7))}: ${count}, лимит проекта: ${limit}.`
export const overLimit = (limit: number): string => `С этой консультацией лимит проекта (${limit} в месяц) будет превышен (T3).`

interface FeedbackAsked extends About {
  readonly consultantName: string
  readonly start: LocalDateTime | null
}

/** Words of the marks, worst first. */
const scoreWords = ['не помогла', 'скорее не помогла', 'помогла отчасти', 'помогла', 'очень помогла'] as const

/** K2: to a client; ⟦1⟧ … ⟦5⟧ are the marks, ⟦6⟧ asks for no more such letters. */
export function feedbackLetter(facts: FeedbackAsked): Mail {
  const when = facts.start === null ? '' : ` ${fullDayTime(facts.start, facts.now)}`
  return {
    subject: 'Помогла ли вам консультация?',
    body: lines([
      'Здравствуйте!',
      '',
      `У вас была консультация${when}, консультант: ${said(facts.consultantName)}. Помогла ли она? Ответ займёт минуту.`,
      '',
      ...[...scoreWords.entries()].reverse().map(([at, words]) => `${at + 1} — ${words}: ⟦${at + 1}⟧`),
      ...signed(facts),
      '',
      'Не присылать таких писем: ⟦6⟧',
    ]),
  }
}

interface LowScore extends About {
  readonly score: number
  readonly text: string
  readonly organisation: string
  readonly consultant: string
  readonly start: LocalDateTime | null
}

/** K2: to the director at once. */
export function lowScoreLetter(facts: LowScore): Mail {
  return {
    subject: `Низкая оценка консультации: ${facts.score} из 5, сделка № ${facts.dealId}`,
    body: lines([
      `Клиент оценил консультацию: ${facts.score} из 5 (${scoreWords[facts.score - 1]}).`,
      '',
      `Организация: ${theirName(facts.organisation)}`,
      `Консультант: ${facts.consultant}`,
      ...(facts.start === null ? [] : [`Когда: ${fullDayTime(facts.start, facts.now)}`]),
      `Отзыв: ${theirWords(facts.text) || 'без слов'}`,
      '',
      said(facts.centreName),
    ]),
  }
}

function signed({ centreName, centrePhone }: About): string[] {
  return ['', [said(centreName), said(centrePhone)].filter(Boolean).join(', ')]
}

/** On one line, and never taken for one of the letter's links. */
function said(text: string): string {
  return oneLine(text.replace(/[⟦⟧]/g, ''))
}

function lines(all: readonly string[]): string {
  return all.join('\n')
}
