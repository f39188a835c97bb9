/** The fields of a client, one row each, in the order of the columns of «Клиенты». Everything else that knows fields follows from here. */

import { type Fields, from } from '../register/field'
import { counter, date, integer, longText, moment, pastDate, rowNumber, text } from '../register/kinds'

/** On the card, and typed there or in the sheet. */
const onCard = { group: 'client', set: { page: 'fill', hand: 'fill' } } as const
const needed = from('request', 'I4')

export const clientFields = {
  id: { heading: '№', kind: rowNumber(), personal: false },
  version: { heading: 'Версия', kind: counter(), personal: false },
  organisation: { heading: 'Организация', kind: text('organisation'), ...onCard, needed, personal: 'organisation' },
  /** One of organisationKinds. */
  kind: {
    heading: 'Вид организации',
    kind: text('organisationKind'),
    ...onCard,
    needed,
    listed: { at: 60, width: 130 },
    personal: false,
  },
  contact: { heading: 'Контактное лицо', kind: text(), ...onCard, needed, personal: 'person' },
  /** As typed. */
  phone: { heading: 'Телефон', kind: text('phone'), ...onCard, needed, personal: 'person' },
  /** '+79114160123', or '' when it cannot be read as a phone. */
  phoneKey: { heading: 'Телефон для поиска', kind: text(), personal: 'person' },
  email: { heading: 'E-mail', kind: text('email'), ...onCard, needed, personal: 'person' },
  messenger: { heading: 'Мессенджер', kind: text(), ...onCard, personal: 'person' },
  municipality: {
    heading: 'Муниципалитет',
    kind: text('municipality'),
    ...onCard,
    needed,
    listed: { at: 70, width: 135 },
    personal: false,
  },
  /** Consent to process personal data. */
  consentDate: { heading: 'Согласие на обработку ПД', kind: pastDate(), ...onCard, needed, personal: false },
  created: { heading: 'Создан', kind: moment(), personal: false },
  /** Ids elsewhere, and 'merged:12'. */
  outsideIds: { heading: 'Внешние номера', kind: text(), personal: false },
  /** 'да' = the client asked for no letters but those about a time. */
  noLetters: { heading: 'Без писем', kind: text('yes'), set: { hand: 'fill' }, personal: false },
  /** Consultations held that stand in the archive, null = none; kept when deals are archived. */
  archivedHeld: { heading: 'Консультаций в архиве', kind: integer(), personal: false },
  /** The last of the archived deals that had a time (archivedLastText); '' = none. */
  archivedLast: { heading: 'Последняя в архиве', kind: text(), personal: false },
  /** C5: a line a file that was given electronically; seen from each of the client's deals. */
  files: { heading: 'Файлы', kind: longText(), set: { hand: 'fill' }, personal: 'person' },
  /** Where consent came from: a form, the phone, a paper. */
  consentSource: { heading: 'Согласие: откуда', kind: text(), set: { hand: 'fill' }, personal: 'remark' },
  /** What was agreed to, as the form had it. */
  consentText: { heading: 'Согласие: текст', kind: longText({ rare: true }), set: { hand: 'fill' }, personal: 'remark' },
  /** Since then nobody is written to about feedback, and forgetting is proposed. */
  consentWithdrawn: { heading: 'Согласие отозвано', kind: pastDate(), set: { hand: 'fill' }, personal: false },
  /** When the people of this card were forgotten; null = they were not. */
  forgottenAt: { heading: 'Данные удалены', kind: date(), personal: false },
} as const satisfies Fields
