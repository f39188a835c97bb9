/** I5: where a client is written to, by what people type into «Мессенджер». */
import { messengerLink } from '../../src/domain/client/messenger'

const phone = '8 911 416-01-23'

test.each([
  ['WhatsApp', phone, 'https://wa.me/79114160123'],
  ['ватсап', phone, 'https://wa.me/79114160123'],
  ['вотсап +7 921 000-11-22', phone, 'https://wa.me/79210001122'],
  ['wa.me/79114160123', '', 'https://wa.me/79114160123'],
  ['Telegram', phone, 'https://t.me/+79114160123'],
  ['@anna_m', phone, 'https://t.me/anna_m'],
  ['телеграм @anna_m', '', 'https://t.me/anna_m'],
  ['https://t.me/anna_m', '', 'https://t.me/anna_m'],
  ['тг', phone, 'https://t.me/+79114160123'],
  ['vk.com/id123', phone, 'https://vk.com/id123'],
  ['ВК @anna.m', phone, 'https://vk.com/anna.m'],
  ['MAX', phone, 'https://web.max.ru/'],
  ['max.ru/anna', phone, 'https://max.ru/anna'],
  ['Макс', '', 'https://web.max.ru/'],
])('«%s», %s → %s', (typed, known, href) => expect(messengerLink(typed, known)?.href).toBe(href))

test.each([
  ['', phone],
  ['нет', phone],
  ['Максимов', phone],
  ['WhatsApp', ''],
  ['VK', phone],
  ['javascript:alert(1)', phone],
])('«%s», %s: nothing to open', (typed, known) => expect(messengerLink(typed, known)).toBeNull())
