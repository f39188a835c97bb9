/** What signing in on a phone says: the letter, and the door's answers. They tell nobody whether an address is on «Сотрудники». */

import { oneLine } from '../letter/plainLine'
import { deviceDays, linkMinutes } from '../office/access/lifetimes'
import type { LinkState } from '../office/access/signInLink'

export const signInTexts = {
  asked: `Если этот адрес есть на листе «Сотрудники», в течение минуты-двух на него придёт письмо со ссылкой для входа. Ссылка действует ${linkMinutes} минут.`,
  /** Not open any more, by its state. */
  links: {
    used: 'По этой ссылке уже вошли. Запросите новую. Если вошли не вы, откройте «Мои устройства» и завершите чужой вход.',
    expired: `Ссылка действовала ${linkMinutes} минут, время вышло. Запросите новую.`,
    unknown: 'Ссылка не открывается: адрес скопирован не целиком, или ссылка уже не нужна. Запросите новую.',
  } satisfies Readonly<Record<Exclude<LinkState, 'good'>, string>>,
  signedOut: {
    expired: `Вход действует ${deviceDays} дней, время вышло. Войдите ещё раз; набранное осталось.`,
    ended: 'Вход на этом устройстве завершён. Войдите ещё раз.',
  },
  device: 'Устройство',
  noDevice: 'такого входа нет или он уже завершён',
  unreadable: 'Страница прислала не то, что нужно. Обновите её и повторите.',
  notReady: 'Вход ещё не настроен. Администратору: меню «Консультации» → «Установить и проверить».',
  failed: 'Сейчас не получилось. Подождите минуту и повторите.',
} as const

/** ⟦1⟧ is the link. */
export function signInLetter(centreName: string): { readonly subject: string; readonly body: string } {
  return {
    subject: 'Вход в «Консультации» на телефоне',
    body: [
      'Здравствуйте!',
      '',
      'Кто-то, скорее всего вы, попросил открыть «Консультации» на телефоне или в браузере.',
      '',
      'Войти на этом устройстве: ⟦1⟧',
      '',
      `Ссылка действует ${linkMinutes} минут, один раз, на том устройстве, где её откроют. Никому её не пересылайте: кто откроет первым, войдёт от вашего имени.`,
      'Если вы не просили войти, ничего не делайте.',
      '',
      oneLine(centreName.replace(/[⟦⟧]/g, '')),
    ].join('\n'),
  }
}
