import { SupportChat } from './support-chat.js';

// Known only while the script runs for the first time, and not in a module.
const script = document.currentScript;
if (script instanceof HTMLScriptElement && script.src) SupportChat.scriptOrigin = new URL(script.src).origin;

if (script?.nonce) SupportChat.scriptNonce = script.nonce;

if (!customElements.get('support-chat')) customElements.define('support-chat', SupportChat);
