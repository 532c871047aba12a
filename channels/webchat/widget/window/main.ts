import type { SupportChat } from '../support-chat.js';
import { menuItems } from './menu-items.js';
import { showMenu } from './show-menu.js';
import { styles } from './window.css';

// A script of its own, loaded when the chat is first opened. It finds the widget by the element that this has defined.
const chat = customElements.get('support-chat') as typeof SupportChat | undefined;
chat?.takeWindow({
  styles,
  fillMenu: (list, button, { conversation, attention, language }) =>
    showMenu(list, button, () => menuItems(conversation, attention, language)),
});
