import type { SupportChat } from '../support-chat.js';
import { ChatMenu } from './chat-menu.js';
import { serverTexts } from './server-texts.js';
import { styles } from './window.css';

// A script of its own, loaded when the chat is first opened. It finds the widget by the element that this has defined.
const chat = customElements.get('support-chat') as typeof SupportChat | undefined;
chat?.takeWindow({
  styles,
  texts: serverTexts,
  menu: (list, button, context) => new ChatMenu(list, button, context),
});
