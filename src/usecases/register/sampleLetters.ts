/** What people are written, each kind once, with the office's own name and phone and a made-up client: for a look from the settings. */

import { toldPlace } from '../../domain/deal/place/meetingPlace'
import { controlLetter } from '../../domain/letter/controlLetters.ru'
import { letterHtml } from '../../domain/letter/letterHtml'
import {
  bookedClientLetter,
  bookedConsultantLetter,
  cancelledClientLetter,
  cancelledConsultantLetter,
  type Mail,
  remindedClientLetter,
} from '../../domain/letter/letters.ru'
import {
  detailsClientLetter,
  detailsConsultantLetter,
  leftConsultantLetter,
  movedClientLetter,
  movedConsultantLetter,
} from '../../domain/letter/moveLetters.ru'
import { decisionLetter, externalCount, feedbackLetter, lowScoreLetter, reportLetter } from '../../domain/letter/pageLetters.ru'
import { projectLetter } from '../../domain/month/projectLetter.ru'
import { signInLetter } from '../../domain/office/access/signInText.ru'
import { accept, refuse } from '../../domain/problem'
import { monthIn } from '../../domain/text/russian'
import { addDays, atMinute, dateOf, type LocalDateTime } from '../../domain/time/localTime'
import { nextWorkingDay, openingOf } from '../../domain/time/workingTime'
import type { LetterSample } from '../../rpc/settingsContract'
import type { Moment } from '../changes'
import type { Desk } from '../desk'
import { method } from '../method/method'

/** Of the letter that asks for feedback: the link that is no button. */
const refusing = 6

/** Links lead nowhere: only a letter to somebody gets a signed one. */
const linkShown = '(ссылка)'

function sampleLetters({ office }: Desk, { now }: Pick<Moment, 'now'>): LetterSample[] {
  const { centreName, centrePhone } = office.settings
  const day = nextWorkingDay(office.calendar, dateOf(now))
  const start = atMinute(day, openingOf(office, day) + 60)
  const about = { centreName, centrePhone, dealId: 41217, now, organisation: 'АНО «Маяк»', start }
  const client = {
    ...about,
    consultantName: 'Морозова Мария Игоревна',
    format: 'inPerson' as const,
    place: toldPlace({ format: 'inPerson', place: 'каб. 3' }, office.settings.centreAddress),
    hasPage: true,
  }
  const consultant = { ...client, contact: 'Анна Иванова', phone: '', request: 'Подать заявку на грант', moveLimitDays: 2 }
  const item = { subject: 'Позвонить: АНО «Маяк»', detail: 'с сайта', clause: 'I5', due: start, who: '', url: '' }
  const late = { ...item, due: atMinute(addDays(dateOf(now), -1), 600), who: 'ММ' }
  const asking = feedbackLetter(client)
  const feedback = { ...asking, html: letterHtml(asking.body, refusing) }
  const project = office.projects[0]?.name ?? 'Проект'
  const asked = { ...about, topic: 8, request: consultant.request, project, count: externalCount(3, 12, now), warning: '' }
  return [
    sample('booked', 'Клиенту: консультация назначена (A1)', bookedClientLetter(client)),
    sample('moved', 'Клиенту: перенос (G5)', movedClientLetter({ ...client, told: now })),
    sample('details', 'Клиенту: другое место или ссылка (C2)', detailsClientLetter(client)),
    sample('off', 'Клиенту: отмена (A2)', cancelledClientLetter(client)),
    sample('coming', 'Клиенту: напоминание накануне', remindedClientLetter(client)),
    sample('feedback', 'Клиенту: отзыв (K2)', feedback),
    sample('consultant', 'Консультанту: назначена консультация (A4)', bookedConsultantLetter(consultant)),
    sample(
      'consultantMoved',
      'Консультанту: перенос (R2)',
      movedConsultantLetter({ ...consultant, before: now, reason: 'по просьбе клиента' }),
    ),
    sample('consultantDetails', 'Консультанту: другое место или ссылка (R2)', detailsConsultantLetter(consultant)),
    sample('consultantOff', 'Консультанту: отмена (R2)', cancelledConsultantLetter(about)),
    sample('consultantLeft', 'Консультанту: передано другому (G6)', leftConsultantLetter({ ...about, before: start })),
    sample('owed', 'Сотруднику: напоминание', controlLetter({ centreName, now, owed: [item], overdue: [], digest: null })),
    sample('overdue', 'Сотруднику: просрочено у других', controlLetter({ centreName, now, owed: [], overdue: [late], digest: null })),
    sample('signIn', 'Сотруднику: вход на телефоне', signInLetter(centreName)),
    sample(
      'digest',
      'Директору: сводка',
      controlLetter({ centreName, now, owed: [], overdue: [], digest: { overdue: [late], breaches: 2 } }),
    ),
    sample(
      'lowScore',
      'Директору: низкая оценка (K2)',
      lowScoreLetter({ ...client, consultant: client.consultantName, score: 2, text: 'Не успели разобрать смету' }),
    ),
    sample('month', 'Руководителю проекта: итоги месяца (S2)', projectLetter(monthOf(project, start, centreName))),
    sample('report', 'Внешнему консультанту: отчёт (C9)', reportLetter({ ...about, until: addDays(day, 30) })),
    sample('decision', 'Руководителю проекта: внешний консультант (T2)', decisionLetter(asked)),
  ]
}

function monthOf(project: string, start: LocalDateTime, centreName: string): Parameters<typeof projectLetter>[0] {
  const rows = [{ id: 41217, start, consultant: 'Морозова М. И.', client: 'АНО «Маяк»', minutes: 60 }]
  return { project, when: monthIn(start.slice(0, 7)), rows, minutes: 60, external: null, centreName }
}

function sample(kind: string, title: string, mail: Mail & { readonly html?: string }): LetterSample {
  const shown = (text: string) => text.replace(/⟦\d+⟧/g, linkShown)
  return { kind, title, subject: mail.subject, body: shown(mail.body), html: shown(mail.html ?? letterHtml(mail.body)) }
}

/** One call. */
export const samples = method('letter/samples', {
  may: 'read',
  look: (_input, { desk, moment }) => accept({ letters: sampleLetters(desk, moment) }),
})

/** Two calls: the letter goes to whoever asks, at once. */
export const test = method('letter/test', {
  may: 'settings',
  reads: () => ({}),
  deed: ({ kind }, { desk, moment }) => {
    const letter = sampleLetters(desk, moment).find((one) => one.kind === kind)
    if (letter === undefined) return refuse({ code: 'badValue', title: 'Письмо', why: 'такого письма нет' })
    const { subject, body, html } = letter
    return accept({ kind: 'letter', asked: { to: moment.who.email, subject: `Проба: ${subject}`, body, html } })
  },
  answer: ({ known }) => ({ to: known.moment.who.email }),
})
