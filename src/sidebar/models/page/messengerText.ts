/** What is written to a client who does not answer the phone, ready to copy (I5). */

import type { Card, DeskLists } from '../../../rpc/contract'
import { card as text } from '../../text/card.ru'

export function messengerText({ deal }: Card, lists: DeskLists): string {
  const topic = lists.topics.find((one) => one.id === deal.topic)?.title ?? ''
  return text.messageText({ centre: lists.centreName, phone: lists.centrePhone, topic })
}
