/** What people are written, each kind once, with the office's own name and phone and a made-up client: for a look from the settings. */

import { controlLetter } from '../../domain/letter/controlLetters.ru'
import { letterHtml } from '../../domain/letter/letterHtml'
import {
  bookedClientLetter,
  bookedConsultantLetter,
  cancelledClientLetter,
  type Mail,
  remindedClientLetter,
} from '../../domain/letter/letters.ru'
import { detailsClientLetter, movedClientLetter } from '../../domain/letter/moveLetters.ru'
import { decisionLetter, externalCount, feedbackLetter, reportLetter } from '../../domain/letter/pageLetters.ru'
import { accept, refuse } from '../../domain/problem'
import { addDays, atMinute, dateOf } from '../../domain/time/localTime'
import { nextWorkingDay, openingOf } from '../../domain/time/workingTime'
import type { LetterSample } from '../../rpc/settingsContract'
import type { Moment } from '../changes'
import type { Desk } from '../desk'
import { method } from '../method/method'

/** Links lead nowhere: only a letter to somebody gets a signed one. */
const linkShown = '(ссылка)'

function sampleLetters({ office }: Desk, { now }: Pick<Moment, 'now'>): LetterSample[] {
  const { centreName, centrePhone } = office.settings
  const day = nextWorkingDay(office.calendar, dateOf(now))
  const start = atMinute(day, openingOf(office, day) + 60)
  const about = { centreName, centrePhone, dealId: 41217, now, organisation: 'АНО «Маяк»', start }
  const client = { ...about, consultantName: 'Морозова Мария Игоревна', format: 'inPerson' as const, place: 'каб. 3', hasPage: true }
  const consultant = { ...client, contact: 'Анна Иванова', phone: '', request: 'Подать заявку на грант', moveLimitDays: 2 }
  const item = { subject: 'Позвонить: АНО «Маяк»', detail: 'с сайта', clause: 'I5', due: start, who: '', url: '' }
  const project = office.projects[0]?.name ?? 'Проект'
  const asked = { ...about, topic: 8, request: consultant.request, project, count: externalCount(3, 12, now), warning: '' }
  return [
    sample('booked', 'Клиенту: консультация назначена (A1)', bookedClientLetter(client)),
    sample('moved', 'Клиенту: перенос (G5)', movedClientLetter({ ...client, told: now })),
    sample('details', 'Клиенту: другое место или ссылка (C2)', detailsClientLetter(client)),
    sample('off', 'Клиенту: отмена (A2)', cancelledClientLetter(client)),
    sample('coming', 'Клиенту: напоминание накануне', remindedClientLetter(client)),
    sample('feedback', 'Клиенту: отзыв (K2)', feedbackLetter(client)),
    sample('consultant', 'Консультанту: назначена консультация (A4)', bookedConsultantLetter(consultant)),
    sample('owed', 'Сотруднику: напоминание', controlLetter({ centreName, now, owed: [item], overdue: [], digest: null })),
    sample('report', 'Внешнему консультанту: отчёт (C9)', reportLetter({ ...about, until: addDays(day, 30) })),
    sample('decision', 'Руководителю проекта: внешний консультант (T2)', decisionLetter(asked)),
  ]
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
