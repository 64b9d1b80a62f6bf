import { theme } from './state/theme.js';
import { route } from './state/route.js';
import { live } from './state/live.js';
import './app/frame.js';

theme.apply();
route.start();
live.start();
