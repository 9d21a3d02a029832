import { createRoot } from 'react-dom/client';
import { App } from './app';
import { rememberedLocale, speak } from './words/words';
import './styles/tokens.css';
import './styles/base.css';
import './styles/elements.css';
import './styles/shell.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

// The words of the chosen language are there before the first drawing, so that nothing flickers.
void speak(rememberedLocale() ?? 'id').finally(() => createRoot(root).render(<App />));
