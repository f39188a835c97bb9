/** Words of the client's page (src/pages/screens/VisitPage.tsx) and of what it leaves on the deal. */

import type { ClientSaid, SaidKind } from '../external/clientSaid'
import type { LocalDateTime } from '../time/localTime'
import { dayTime } from './russian'

interface Told {
  readonly title: string
  readonly text: string
}

const wait = 'Время пока прежнее. Мы ответим письмом или позвоним.'

/** The end of each button. */
export const visitTexts = {
  confirmed: (when: string): Told => ({ title: 'Спасибо, ждём вас', text: `Консультация ${when}.` }),
  asked: {
    move: { title: 'Просьба о другом времени передана', text: wait },
    call: { title: 'Передали, мы вам позвоним', text: 'Время пока прежнее.' },
    cancel: { title: 'Просьба отменить передана', text: wait },
  },
  moved: (when: string): Told => ({ title: 'Консультация перенесена', text: `Теперь она ${when}. Пришлём письмо с новой ссылкой.` }),
  cancelled: { title: 'Консультация отменена', text: 'Чтобы записаться снова, позвоните нам или ответьте на письмо.' },
  taken: { title: 'Это время уже занято', text: 'Откройте ссылку из письма ещё раз и выберите другое или попросите позвонить.' },
} as const

/** Beside the deal's number on «Сегодня»: what he wishes, in his words. */
export function wishText({ kind, to, reason }: ClientSaid, now: LocalDateTime): string {
  const asks: Readonly<Record<SaidKind, string>> = {
    confirm: 'подтвердил',
    move: `просит другое время: ${to === '' ? '' : dayTime(to, now)}`,
    call: 'другое время не подошло, просит позвонить',
    cancel: 'просит отменить',
  }
  return `${asks[kind]}${reason === '' ? '' : ` — ${reason}`}`
}

export const visitNotes = {
  /** A line of the deal's comments. */
  said: (words: string) => `клиент по ссылке: ${words}`,
  /** R1: the reason of what the page did itself. */
  reason: { move: 'клиент по ссылке выбрал другое время', cancel: 'клиент отменил по ссылке' },
  /** R1: the reason of what the office did for him. */
  asked: { move: 'по просьбе клиента', cancel: 'по просьбе клиента' },
  withWords: (why: string, words: string) => (words === '' ? why : `${why}: ${words}`),
  called: 'клиенту позвонили по его просьбе',
  declined: 'просьба клиента не выполнена, время прежнее',
} as const
